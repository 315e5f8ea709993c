package io.truenorth.dashboard.access;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;

/**
 * The authenticated sender of a request.
 *
 * @param id unique: the name of a token of this service, else subject and issuer
 * @param name to show; not unique, as people may choose it themselves
 * @param email that the provider has verified
 * @param role what the principal may see
 * @param until when the token expires; empty if it does not
 */
public record Principal(String id, String name, Optional<String> email, Role role, Optional<Instant> until) {
    private static final String ATTRIBUTE = "truenorth.person";

    /** A principal whose token does not expire. */
    Principal(String name, Role role) {
        this(name, name, Optional.empty(), role, Optional.empty());
    }

    /** The principal of an authenticated request. */
    public static Principal of(Context ctx) {
        Principal principal = ctx.attribute(ATTRIBUTE);
        if (principal == null) {
            throw new IllegalStateException("the request was not authenticated: its route is open");
        }
        return principal;
    }

    void on(Context ctx) {
        ctx.attribute(ATTRIBUTE, this);
    }
}
