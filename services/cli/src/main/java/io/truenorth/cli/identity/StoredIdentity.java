package io.truenorth.cli.identity;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.DeploymentOptions;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.event.IdentityRules;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** An identity as a user types it, and as it is stored. */
public final class StoredIdentity {
    private StoredIdentity() {}

    /**
     * Returns an identity as records and answers have it: normalized, and a personal one as its pseudonym, which may be given in
     * its place.
     *
     * @param typed {@code namespace:value}
     * @param where selects the configuration with the key of pseudonyms
     * @throws CommandFailure if it is no identity, or there is no key for its pseudonym
     */
    public static String of(String typed, DeploymentOptions where, Map<String, String> environment) {
        return of(typed, () -> where.identities(environment));
    }

    /**
     * Returns an identity as it is stored; empty if it is none, or a personal one without the key of pseudonyms.
     *
     * @param typed {@code namespace:value}
     */
    public static Optional<String> find(String typed, IdentityRules rules) {
        try {
            return Optional.of(of(typed, () -> rules));
        } catch (CommandFailure e) {
            return Optional.empty();
        }
    }

    private static String of(String typed, Supplier<IdentityRules> rules) {
        String[] halves = typed.split(":", 2);
        if (halves.length < 2 || halves[0].isEmpty() || halves[1].isEmpty()) {
            throw new CommandFailure("expected an identity such as crm:c-17, was " + Excerpt.of(typed));
        }
        try {
            return halves[0] + ":" + rules.get().concealed(halves[0], halves[1]);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(e.getMessage() + "; --config names the gateway's configuration");
        }
    }
}
