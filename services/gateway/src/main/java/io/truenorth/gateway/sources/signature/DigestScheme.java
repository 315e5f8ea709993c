package io.truenorth.gateway.sources.signature;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.gateway.sources.signature.PublicKeyVerifier.Keys;
import io.truenorth.gateway.sources.signature.RequestLocation.Fragment;
import io.truenorth.gateway.sources.signature.SignedParts.Part;
import io.truenorth.service.config.Secret;
import java.time.Duration;
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

    /** The section of a document whose scheme is {@code hmac}. */
    static SignatureScheme hmac(DocumentSection section, boolean payloadInUrl) {
        return scheme(
                section,
                payloadInUrl,
                Encoding.HEX,
                new Hmac(
                        section.at("algorithm").oneOf(Hmac.Algorithm.class, Hmac.Algorithm.SHA256),
                        section.at("secretEncoding").oneOf(Encoding.class, Encoding.TEXT)));
    }

    /** The section of a document whose scheme is {@code ecdsa}. */
    static SignatureScheme ecdsa(DocumentSection section, boolean payloadInUrl) {
        return scheme(
                section,
                payloadInUrl,
                Encoding.BASE64,
                new PublicKeyVerifier(Keys.EC, "SHA256withECDSA", Encoding.BASE64));
    }

    /** The section of a document whose scheme is {@code rsa}. */
    static SignatureScheme rsa(DocumentSection section, boolean payloadInUrl) {
        Hmac.Algorithm hash = section.at("algorithm").oneOf(Hmac.Algorithm.class, Hmac.Algorithm.SHA256);
        return scheme(
                section,
                payloadInUrl,
                Encoding.BASE64,
                new PublicKeyVerifier(Keys.RSA, hash + "withRSA", Encoding.BASE64));
    }

    /** The section of a document whose scheme is {@code ed25519}. */
    static SignatureScheme ed25519(DocumentSection section, boolean payloadInUrl) {
        return scheme(
                section,
                payloadInUrl,
                Encoding.HEX,
                new PublicKeyVerifier(Keys.ED25519, "Ed25519", bytes(section.at("secretEncoding"), Encoding.HEX)));
    }

    private static DigestScheme scheme(
            DocumentSection section, boolean payloadInUrl, Encoding usual, Verifier verifier) {
        Fragment signatures = Fragment.read(section);
        return new DigestScheme(
                signatures, bytes(section.at("encoding"), usual), signed(section, signatures, payloadInUrl), verifier);
    }

    /** {@code Stripe-Signature: t=…,v1=…} over time, a point and the body. */
    static SignatureScheme stripe(DocumentSection section) {
        RequestLocation header = new RequestLocation.Header("Stripe-Signature");
        SignedTime time =
                new SignedTime(new Fragment(header, ",", "t="), SignedTime.Form.SECONDS, window(section.at("window")));
        return new DigestScheme(
                new Fragment(header, ",", "v1="),
                Encoding.HEX,
                new SignedParts(List.of(new Part.Time(), new Part.Literal("."), new Part.Body()), Optional.of(time)),
                new Hmac(Hmac.Algorithm.SHA256, Encoding.TEXT));
    }

    /** {@code webhook-signature: v1,… v1,…} over id, time and body with points between them. */
    static SignatureScheme standardWebhooks(DocumentSection section) {
        RequestLocation id = new RequestLocation.Header("webhook-id");
        SignedTime time = new SignedTime(
                Fragment.whole(new RequestLocation.Header("webhook-timestamp")),
                SignedTime.Form.SECONDS,
                window(section.at("window")));
        Part point = new Part.Literal(".");
        return new DigestScheme(
                new Fragment(new RequestLocation.Header("webhook-signature"), " ", "v1,"),
                Encoding.BASE64,
                new SignedParts(
                        List.of(new Part.At(id), point, new Part.Time(), point, new Part.Body()), Optional.of(time)),
                new Hmac(Hmac.Algorithm.SHA256, Encoding.BASE64));
    }

    private static Encoding bytes(DocumentNode node, Encoding usual) {
        Encoding encoding = node.oneOf(Encoding.class, usual);
        if (encoding == Encoding.TEXT) {
            node.problem("expected hex or base64");
        }
        return encoding;
    }

    private static SignedParts signed(DocumentSection section, Fragment signatures, boolean payloadInUrl) {
        DocumentNode time = section.at("time");
        DocumentNode window = section.at("window");
        Optional<SignedTime> signedTime = time.isPresent() ? Optional.of(time(time, window)) : Optional.empty();
        if (window.isPresent() && !time.isPresent()) {
            window.problem("expected only with time, without which the age of a request is unknown");
        }
        return SignedParts.read(section.at("signed"), signedTime, signatures.field(), payloadInUrl);
    }

    private static SignedTime time(DocumentNode node, DocumentNode window) {
        DocumentSection section = node.section();
        return new SignedTime(
                Fragment.read(section),
                section.at("unit").oneOf(SignedTime.Form.class, SignedTime.Form.SECONDS),
                window(window));
    }

    private static Duration window(DocumentNode node) {
        Duration window = node.duration(Duration.ofMinutes(5));
        if (window.isZero() || window.compareTo(Duration.ofDays(7)) > 0) {
            node.problem("expected a duration up to 7d, above 0");
        }
        return window;
    }
}
