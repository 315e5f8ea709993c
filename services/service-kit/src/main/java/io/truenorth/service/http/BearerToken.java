package io.truenorth.service.http;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;

/** Reads the bearer token of a request: {@code Authorization: Bearer …}. */
public final class BearerToken {
    private static final String SCHEME = "bearer ";

    private BearerToken() {}

    /** The token; empty if there is none. */
    public static Optional<String> of(Context ctx) {
        String header = ctx.header("Authorization");
        return header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                ? Optional.empty()
                : Optional.of(header.substring(SCHEME.length()).strip());
    }
}
