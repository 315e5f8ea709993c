package io.truenorth.service.http;

import io.javalin.router.JavalinDefaultRoutingApi;

/** A group of routes. */
@FunctionalInterface
public interface Endpoints {

    /** Adds the routes; called once, before the server starts. */
    void addTo(JavalinDefaultRoutingApi routes);
}
