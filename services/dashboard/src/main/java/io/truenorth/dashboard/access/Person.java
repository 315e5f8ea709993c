package io.truenorth.dashboard.access;

import io.javalin.http.Context;

/**
 * Who asks.
 *
 * @param name as the token says
 * @param role what they may see
 */
public record Person(String name, Role role) {
    private static final String ATTRIBUTE = "truenorth.person";

    /** Who sends a request that was let in. */
    public static Person of(Context ctx) {
        Person person = ctx.attribute(ATTRIBUTE);
        if (person == null) {
            throw new IllegalStateException("a route for everybody asks who is there");
        }
        return person;
    }

    void on(Context ctx) {
        ctx.attribute(ATTRIBUTE, this);
    }
}
