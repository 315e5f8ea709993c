package io.truenorth.gateway.identities;

import io.javalin.http.Context;
import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.admission.SourceAuthenticator;
import io.truenorth.service.http.TokenHash;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may make requests about identities: the holders of tokens for it, as a request does what no event may do. A gateway
 * without any tokens, and without sources that have write keys or sign, is open to everybody: it is reached from its own machine
 * alone.
 */
public final class RequestAccess {

    private final String deed;
    private final String setting;
    private final SourceAuthenticator<Sender> authenticator;
    private final List<TokenHash> others;

    private RequestAccess(String deed, String setting, boolean isOpen, List<TokenHash> tokens, List<TokenHash> others) {
        this.deed = deed;
        this.setting = setting;
        List<Sender> permitted = isOpen
                ? List.of(Sender.unlimited(List.of()))
                : tokens.stream().map(RequestAccess::holder).toList();
        this.authenticator = new SourceAuthenticator<>(permitted, self -> self, System::nanoTime);
        this.others = others.stream()
                .filter(token -> tokens.stream()
                        .noneMatch(permitting -> permitting.sha256().equals(token.sha256())))
                .toList();
    }

    /** Access to requests that link and split identities. */
    public static RequestAccess toIdentities(RequestTokens tokens) {
        return new RequestAccess(
                "change identities",
                "gateway.identities.tokens",
                tokens.areNone(),
                tokens.identities(),
                joined(tokens.events(), tokens.privacy()));
    }

    /** Access to requests that erase customers and set consent. */
    public static RequestAccess toPrivacy(RequestTokens tokens) {
        return new RequestAccess(
                "erase customers or set consent",
                "gateway.privacy.tokens",
                tokens.areNone(),
                tokens.privacy(),
                joined(tokens.events(), tokens.identities()));
    }

    private static List<TokenHash> joined(List<TokenHash> some, List<TokenHash> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static Sender holder(TokenHash token) {
        return new Sender(
                token.name(), List.of(token), Set.of(), Optional.empty(), Set.of(), Set.of(), Optional.empty());
    }

    /**
     * Returns the name of the token of a request; empty if none is required.
     *
     * @throws RejectedRequest 401 if the token is unknown, or missing; 403 if it permits other requests only, or a browser sends
     *     it
     */
    String admit(Context ctx) {
        Optional<String> key = SourceAuthenticator.writeKey(ctx);
        Optional<TokenHash> other = key.flatMap(
                text -> others.stream().filter(token -> token.isOf(text)).findFirst());
        if (other.isPresent()) {
            throw RejectedRequest.notPermitted(
                    "the token " + other.get().name() + " may not " + deed + "; " + setting + " lists those that may");
        }
        return authenticator.byKey(key, ctx).sender().name();
    }
}
