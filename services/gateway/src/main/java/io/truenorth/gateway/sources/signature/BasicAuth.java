package io.truenorth.gateway.sources.signature;

import io.truenorth.service.config.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** User and password in the header {@code Authorization}, as in a URL with {@code user:password@}. */
record BasicAuth() implements SignatureScheme {

    private static final String SCHEME = "Basic ";

    @Override
    public Optional<String> rejection(RawRequest request, List<Secret> secrets, Instant now) {
        Optional<String> header = request.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()));
        if (header.isEmpty()) {
            return Optional.of("expected Basic and credentials in the header Authorization");
        }
        Optional<byte[]> credentials =
                Encoding.BASE64.decode(header.get().substring(SCHEME.length()).strip());
        if (credentials.isEmpty()) {
            return Optional.of("expected base64 in the header Authorization");
        }
        String shown = new String(credentials.get(), StandardCharsets.UTF_8);
        boolean known = secrets.stream().anyMatch(secret -> ConstantTime.equals(secret.reveal(), shown));
        return known ? Optional.empty() : Optional.of("wrong credentials in the header Authorization");
    }

    @Override
    public String description() {
        return "user and password in the header Authorization";
    }

    @Override
    public Optional<String> problemWith(Secret secret) {
        int colon = secret.reveal().indexOf(':');
        return colon > 0 && colon < secret.reveal().length() - 1
                ? Optional.empty()
                : Optional.of("expected user:password");
    }

    @Override
    public Optional<String> challenge() {
        return Optional.of("Basic realm=\"source\", charset=\"UTF-8\"");
    }
}
