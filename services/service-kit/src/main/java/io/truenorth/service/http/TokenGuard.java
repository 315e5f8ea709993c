package io.truenorth.service.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requires one of the configured tokens; without any, open to everyone on this machine. */
final class TokenGuard implements Guard {
    private final List<TokenHash> tokens;
    private final LocalNames names;

    TokenGuard(HttpConfig config) {
        this.tokens = config.tokens();
        this.names = new LocalNames(config.host());
    }

    @Override
    public void admit(Context ctx) {
        boolean open = ctx.routeRoles().contains(Access.OPEN);
        if (tokens.isEmpty()) {
            admitByName(ctx, open);
        } else if (!open) {
            requireToken(ctx);
        }
    }

    /** Open routes authenticate their callers themselves. */
    private void admitByName(Context ctx, boolean open) {
        if (open) {
            names.requireName(ctx);
        } else {
            names.require(ctx);
        }
    }

    private void requireToken(Context ctx) {
        Optional<String> token = BearerToken.of(ctx);
        if (token.isEmpty()) {
            throw unauthorized("expected a token: Authorization: Bearer …", "Bearer");
        }
        boolean known = false;
        for (TokenHash hash : tokens) {
            known |= hash.isOf(token.get());
        }
        if (!known) {
            throw unauthorized("unknown token", "Bearer error=\"invalid_token\"");
        }
    }

    private static ProblemException unauthorized(String detail, String challenge) {
        return new ProblemException(Problem.ofStatus(401, detail), Map.of("WWW-Authenticate", challenge));
    }
}
