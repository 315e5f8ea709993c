package io.truenorth.gateway.sources.signature;

import io.truenorth.service.config.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Parts of the request are signed, and the request contains one or more signatures.
 *
 * @param signatures where the signatures are
 * @param encoding how they are written
 * @param signed what is signed
 * @param verifier whether a signature is right
 */
record DigestScheme(Fragment signatures, Encoding encoding, SignedParts signed, Verifier verifier)
        implements SignatureScheme {

    /** Tells whether a signature of some bytes was made with, or for, a secret. */
    interface Verifier {
        boolean verifies(byte[] signature, byte[] signed, Secret secret);

        /** What is wrong with a secret. */
        Optional<String> problemWith(Secret secret);
    }

    @Override
    public Optional<String> rejection(RawRequest request, List<Secret> secrets, Instant now) {
        List<String> shown = signatures.in(request);
        if (shown.isEmpty()) {
            return Optional.of("expected a signature in " + signatures.shown() + ", but missing");
        }
        List<byte[]> decoded =
                shown.stream().flatMap(text -> encoding.decode(text).stream()).toList();
        if (decoded.isEmpty()) {
            return Optional.of("expected a signature in " + signatures.shown() + " in " + encoding.shown());
        }
        Optional<byte[]> bytes = signed.in(request);
        if (bytes.isEmpty()) {
            return signed.time()
                    .flatMap(time -> time.rejection(request, now))
                    .or(() -> Optional.of("expected every signed part, but one is missing"));
        }
        boolean genuine = decoded.stream()
                .anyMatch(signature ->
                        secrets.stream().anyMatch(secret -> verifier.verifies(signature, bytes.get(), secret)));
        if (!genuine) {
            return Optional.of("the signature in " + signatures.shown() + " does not match this request");
        }
        return signed.time().flatMap(time -> time.rejection(request, now));
    }

    @Override
    public String description() {
        return "a signature in " + signatures.shown()
                + signed.time()
                        .map(time -> ", made within " + time.window().toSeconds() + " s")
                        .orElse("");
    }

    @Override
    public Optional<String> problemWith(Secret secret) {
        return verifier.problemWith(secret);
    }
}
