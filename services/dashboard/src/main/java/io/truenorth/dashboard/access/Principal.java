package io.truenorth.dashboard.access;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;

/**
 * Who asks.
 *
 * @param id who it is beyond doubt: the name of a token of this service, else subject and issuer
 * @param name how the page calls them; people may choose it themselves
 * @param email that the provider has verified
 * @param role what they may see
 * @param until when what they hold is taken no more; nothing if it is taken for as long as the service runs
 */
public record Principal(String id, String name, Optional<String> email, Role role, Optional<Instant> until) {
    private static final String ATTRIBUTE = "truenorth.person";

    /** Somebody whose token does not expire. */
    Principal(String name, Role role) {
        this(name, name, Optional.empty(), role, Optional.empty());
    }

    /** Who sends a request that was let in. */
    public static Principal of(Context ctx) {
        Principal principal = ctx.attribute(ATTRIBUTE);
        if (principal == null) {
            throw new IllegalStateException("a route for everybody asks who is there");
        }
        return principal;
    }

    void on(Context ctx) {
        ctx.attribute(ATTRIBUTE, this);
    }
}
