package io.truenorth.service.http;

import io.javalin.router.JavalinDefaultRoutingApi;

/** Some routes of a server. */
@FunctionalInterface
public interface Endpoints {

    /** Adds them; called once, before the server starts. */
    void addTo(JavalinDefaultRoutingApi routes);
}
