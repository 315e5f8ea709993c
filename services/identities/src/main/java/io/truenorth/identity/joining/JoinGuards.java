package io.truenorth.identity.joining;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What objects to the join of two customers.
 *
 * @param uniqueNamespaces of which a person has one identity
 * @param mostIdentities the most identities of a customer
 * @param mostByNamespace the most identities of a customer in a namespace, where it is limited
 */
public record JoinGuards(Set<String> uniqueNamespaces, int mostIdentities, Map<String, Integer> mostByNamespace) {
    /** Copies the collections. */
    public JoinGuards {
        uniqueNamespaces = Set.copyOf(uniqueNamespaces);
        mostByNamespace = Map.copyOf(mostByNamespace);
    }

    /**
     * Returns the reason not to have some identities in one customer, if there is one.
     *
     * @param barred pairs that were split
     */
    Optional<RefusalReason> objection(Set<String> identities, Collection<IdentityPair> barred) {
        if (barred.stream().anyMatch(pair -> identities.contains(pair.first()) && identities.contains(pair.second()))) {
            return Optional.of(RefusalReason.SPLIT);
        }
        Map<String, Integer> counts = new HashMap<>();
        identities.forEach(identity -> counts.merge(IdentityRanking.namespaceOf(identity), 1, Integer::sum));
        if (uniqueNamespaces.stream().anyMatch(namespace -> counts.getOrDefault(namespace, 0) > 1)) {
            return Optional.of(RefusalReason.UNIQUE_NAMESPACE);
        }
        boolean tooMany = identities.size() > mostIdentities
                || TextSize.of(identities) > TextSize.MOST_OF_MEMBERS
                || counts.entrySet().stream()
                        .anyMatch(count ->
                                count.getValue() > mostByNamespace.getOrDefault(count.getKey(), Integer.MAX_VALUE));
        return tooMany ? Optional.of(RefusalReason.TOO_MANY_IDENTITIES) : Optional.empty();
    }
}
