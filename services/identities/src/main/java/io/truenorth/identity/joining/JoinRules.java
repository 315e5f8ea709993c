package io.truenorth.identity.joining;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a deployment declares about joins.
 *
 * @param ranking which identity is a customer's id
 * @param guards what objects to a join
 */
public record JoinRules(IdentityRanking ranking, JoinGuards guards) {
    private static final List<String> NAMESPACES =
            List.of("crm", "user", "card", "email", "phone", "device", "anonymous");
    private static final int MOST_IDENTITIES = 100;

    /** Returns the rules of a deployment that declares none. */
    public static JoinRules standard() {
        return new JoinRules(
                new IdentityRanking(NAMESPACES), new JoinGuards(Set.of("crm", "user"), MOST_IDENTITIES, Map.of()));
    }
}
