package io.truenorth.dashboard.access;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.service.http.Access;
import io.truenorth.service.http.BearerToken;
import io.truenorth.service.http.Endpoints;

/**
 * {@code POST /v1/session} with a token keeps it in a cookie that scripts cannot read, as a browser's event source cannot
 * send headers; {@code DELETE} lets go of it.
 */
public final class Session implements Endpoints {
    static final String COOKIE = "truenorth-token";
    private static final int UNTIL_CLOSED = -1;
    private static final int AT_ONCE = 0;

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.post("/v1/session", Session::open, Role.VIEWER);
        routes.delete("/v1/session", ctx -> set(ctx, "", AT_ONCE), Access.OPEN);
    }

    private static void open(Context ctx) {
        set(ctx, BearerToken.of(ctx).orElse(""), UNTIL_CLOSED);
    }

    private static void set(Context ctx, String token, int maxAge) {
        Cookie cookie = new Cookie(COOKIE, token);
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        cookie.setSecure(isSecure(ctx));
        cookie.setMaxAge(maxAge);
        ctx.cookie(cookie).status(204);
    }

    private static boolean isSecure(Context ctx) {
        return "https".equals(ctx.scheme()) || "https".equals(ctx.header("X-Forwarded-Proto"));
    }
}
