package io.truenorth.service.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets in the holders of a token, where there are tokens; everybody on this machine, where there are none. */
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

    /** Open routes know their senders themselves, pages of other sites among them. */
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
            throw unauthorized("the token is not known here", "Bearer error=\"invalid_token\"");
        }
    }

    private static ProblemException unauthorized(String detail, String challenge) {
        return new ProblemException(Problem.ofStatus(401, detail), Map.of("WWW-Authenticate", challenge));
    }
}
