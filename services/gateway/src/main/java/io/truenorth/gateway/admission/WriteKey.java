package io.truenorth.gateway.admission;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Finds the write key in the headers of a request. */
public final class WriteKey {

    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    private WriteKey() {}

    /** The token of {@code Authorization: Bearer …}, or the user of {@code Authorization: Basic …}, if there is one. */
    public static Optional<String> of(Context ctx) {
        String header = Optional.ofNullable(ctx.header("Authorization")).orElse("");
        String scheme = header.toLowerCase(Locale.ROOT);
        if (scheme.startsWith(BEARER)) {
            return some(header.substring(BEARER.length()).strip());
        }
        return scheme.startsWith(BASIC) ? user(header.substring(BASIC.length()).strip()) : Optional.empty();
    }

    private static Optional<String> user(String encoded) {
        try {
            String userAndPassword = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return some(userAndPassword.split(":", 2)[0]);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> some(String key) {
        return key.isEmpty() ? Optional.empty() : Optional.of(key);
    }
}
