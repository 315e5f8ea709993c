package io.truenorth.service.http;

import io.javalin.security.RouteRole;

/** Who may use a route. Routes without this role require a token, if the server has any. */
public enum Access implements RouteRole {
    /** Open to everyone who can reach the server. */
    OPEN
}
