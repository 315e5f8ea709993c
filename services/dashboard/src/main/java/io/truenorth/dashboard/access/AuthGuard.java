package io.truenorth.dashboard.access;

import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import io.javalin.http.Context;
import io.truenorth.service.http.Access;
import io.truenorth.service.http.BearerToken;
import io.truenorth.service.http.Guard;
import io.truenorth.service.http.HttpConfig;
import io.truenorth.service.http.LocalNames;
import io.truenorth.service.http.Problem;
import io.truenorth.service.http.ProblemException;
import java.net.MalformedURLException;
import java.util.Map;
import java.util.Optional;

/**
 * Authenticates and authorizes requests by token and role. Without any tokens configured, every request from this machine is an
 * admin's. Refused principals are recorded in the audit log; unauthenticated requests are not, as they could fill it.
 */
public final class AuthGuard implements Guard {
    private static final Principal LOCAL_ADMIN = new Principal("local", Role.ADMIN);

    private final AccessConfig config;
    private final LocalNames names;
    private final Optional<OidcTokens> oidc;
    private final AuditLog audit;

    /** A guard; the keys of the provider, if there is one, are fetched when they are first needed. */
    public AuthGuard(AccessConfig config, HttpConfig http, AuditLog audit) {
        this.config = config;
        this.names = new LocalNames(http.host());
        this.oidc = config.oidc().map(AuthGuard::fetched);
        this.audit = audit;
    }

    private static OidcTokens fetched(OidcConfig config) {
        try {
            return new OidcTokens(
                    config,
                    JWKSourceBuilder.create(config.keys().toURL())
                            .retrying(true)
                            .build());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("access.oidc.keys: " + config.keys() + " is no URL", e);
        }
    }

    @Override
    public void admit(Context ctx) {
        if (config.isOff()) {
            names.require(ctx);
            LOCAL_ADMIN.on(ctx);
        } else if (!ctx.routeRoles().contains(Access.OPEN)) {
            admitBearer(ctx);
        }
    }

    private void admitBearer(Context ctx) {
        Principal principal = identify(ctx);
        principal.on(ctx);
        Role needed = ctx.routeRoles().stream()
                .filter(Role.class::isInstance)
                .map(Role.class::cast)
                .findFirst()
                .orElse(Role.ADMIN);
        if (!principal.role().covers(needed)) {
            audit.refused(ctx);
            throw new ProblemException(Problem.ofStatus(
                    403,
                    "this requires the role " + needed.word() + ", and " + principal.name() + " is "
                            + principal.role().word()));
        }
    }

    private Principal identify(Context ctx) {
        Optional<String> token = BearerToken.of(ctx);
        if (token.isEmpty()) {
            throw unauthorized("expected a token: Authorization: Bearer …", "Bearer");
        }
        return principalOf(token.get())
                .orElseThrow(() -> unauthorized(
                        "the token is unknown, has expired or grants no role", "Bearer error=\"invalid_token\""));
    }

    /** All tokens are compared, so that the time taken reveals nothing. */
    private Optional<Principal> principalOf(String token) {
        Optional<Principal> found = Optional.empty();
        for (RoleToken known : config.tokens()) {
            if (known.hash().isOf(token)) {
                found = Optional.of(known.principal());
            }
        }
        return found.isPresent() ? found : oidc.flatMap(provider -> provider.principalOf(token));
    }

    private static ProblemException unauthorized(String detail, String challenge) {
        return new ProblemException(Problem.ofStatus(401, detail), Map.of("WWW-Authenticate", challenge));
    }
}
