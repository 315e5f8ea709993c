package io.truenorth.gateway.identities;

import io.javalin.http.Context;
import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.admission.SourceAuthenticator;
import io.truenorth.service.http.TokenHash;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may change identities: the holders of tokens for it, as a request joins what no event may join. A gateway without any
 * tokens, which is reached from its own machine alone, is open to everybody.
 */
public final class IdentityAccess {

    private final SourceAuthenticator<Sender> authenticator;
    private final List<TokenHash> others;

    /**
     * Access for the holders of some tokens.
     *
     * @param tokens of those who may change identities
     * @param gatewayTokens of those who may send events
     */
    public IdentityAccess(List<TokenHash> tokens, List<TokenHash> gatewayTokens) {
        boolean isOpen = tokens.isEmpty() && gatewayTokens.isEmpty();
        List<Sender> permitted = isOpen
                ? List.of(Sender.unlimited(List.of()))
                : tokens.stream().map(IdentityAccess::holder).toList();
        this.authenticator = new SourceAuthenticator<>(permitted, self -> self, System::nanoTime);
        this.others = gatewayTokens.stream()
                .filter(token -> tokens.stream()
                        .noneMatch(permitting -> permitting.sha256().equals(token.sha256())))
                .toList();
    }

    private static Sender holder(TokenHash token) {
        return new Sender(
                token.name(), List.of(token), Set.of(), Optional.empty(), Set.of(), Set.of(), Optional.empty());
    }

    /**
     * Returns the name of the token of a request; empty if none is required.
     *
     * @throws RejectedRequest 401 if the token is unknown, or missing; 403 if it may send events only, or a browser sends it
     */
    String admit(Context ctx) {
        Optional<String> key = SourceAuthenticator.writeKey(ctx);
        Optional<TokenHash> other = key.flatMap(
                text -> others.stream().filter(token -> token.isOf(text)).findFirst());
        if (other.isPresent()) {
            throw RejectedRequest.notPermitted("the token " + other.get().name()
                    + " may send events, and not change identities; gateway.identities.tokens lists those that may");
        }
        return authenticator.byKey(key, ctx).sender().name();
    }
}
