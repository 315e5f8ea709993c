package io.truenorth.service.http;

import io.javalin.security.RouteRole;

/** Who may use a route. One without this role is for holders of a token, where the server has any. */
public enum Access implements RouteRole {
    /** Everybody who reaches the server. */
    OPEN
}
