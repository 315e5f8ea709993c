package io.truenorth.service.http;

import io.javalin.http.Context;

/** Decides who may use the route that a request matched. */
@FunctionalInterface
public interface Guard {
    /**
     * Lets the request pass, or ends it.
     *
     * @param ctx with the roles of its route
     * @throws ProblemException with the status that says why not
     */
    void admit(Context ctx);
}
