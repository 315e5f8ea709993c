package io.truenorth.service.http;

import io.javalin.http.Context;

/** Authorizes requests, after routing. */
@FunctionalInterface
public interface Guard {
    /**
     * Returns if the request is authorized.
     *
     * @param ctx the request, with the roles of its route
     * @throws ProblemException otherwise, with the status that says why
     */
    void admit(Context ctx);
}
