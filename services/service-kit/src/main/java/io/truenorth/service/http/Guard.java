package io.truenorth.service.http;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Lets in who may use a route: the holder of a token, where there are tokens; everybody on this machine, where there are
 * none. In the latter case a request must also call the server by a name of this machine, as a page of a foreign site in a
 * browser here calls it by that site's name.
 */
final class Guard implements Endpoints {

    private static final String SCHEME = "bearer ";
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final HttpConfig config;
    private final List<TokenHash> tokens;

    Guard(HttpConfig config) {
        this.config = config;
        this.tokens = config.tokens();
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.beforeMatched(ctx -> {
            if (tokens.isEmpty()) {
                requireLocalName(ctx);
            } else if (!ctx.routeRoles().contains(Access.OPEN)) {
                requireToken(ctx);
            }
            requireShortBody(ctx);
        });
    }

    private void requireToken(Context ctx) {
        String header = ctx.header("Authorization");
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw unauthorized("expected a token: Authorization: Bearer …", "Bearer");
        }
        String token = header.substring(SCHEME.length()).strip();
        boolean known = false;
        for (TokenHash hash : tokens) {
            known |= hash.isOf(token);
        }
        if (!known) {
            throw unauthorized("the token is not known here", "Bearer error=\"invalid_token\"");
        }
    }

    private static ProblemException unauthorized(String detail, String challenge) {
        return new ProblemException(Problems.ofStatus(401, detail), Map.of("WWW-Authenticate", challenge));
    }

    private void requireLocalName(Context ctx) {
        String host = ctx.host();
        String name = host == null ? "" : host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
        if (!LOCAL_NAMES.contains(name) && !name.equals(config.host())) {
            throw new ProblemException(
                    Problems.ofStatus(421, "this server is for its own machine: call it localhost or 127.0.0.1"));
        }
    }

    private void requireShortBody(Context ctx) {
        if (ctx.contentLength() > config.maxBody()) {
            throw new ProblemException(
                    Problems.ofStatus(413, "expected a body of up to " + config.maxBody() + " bytes as sent"));
        }
    }
}
