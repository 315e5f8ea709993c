package io.truenorth.dashboard.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Two customers that are linked and stay apart.
 *
 * @param first one customer
 * @param second the other customer
 * @param links the refused links between them, the latest first; at least one
 */
public record RefusedJoin(String first, String second, List<IdentityChange> links) {
    /** Copies the links. */
    public RefusedJoin {
        links = List.copyOf(links);
    }

    /**
     * The refusals that still hold, by the customers they keep apart; those with the latest refusal come first.
     *
     * @param refusals the latest first
     * @param customerOf the customer that has an identity now
     */
    static List<RefusedJoin> of(List<IdentityChange> refusals, UnaryOperator<String> customerOf) {
        Map<Pair, Map<Pair, IdentityChange>> byCustomers = new LinkedHashMap<>();
        for (IdentityChange refusal : refusals) {
            Pair customers = Pair.of(customerOf.apply(refusal.first()), customerOf.apply(refusal.second()));
            if (!customers.first.equals(customers.second)) {
                byCustomers
                        .computeIfAbsent(customers, latest -> new LinkedHashMap<>())
                        .putIfAbsent(Pair.of(refusal.first(), refusal.second()), refusal);
            }
        }
        List<RefusedJoin> joins = new ArrayList<>();
        byCustomers.forEach((customers, links) ->
                joins.add(new RefusedJoin(customers.first, customers.second, List.copyOf(links.values()))));
        return joins;
    }

    /** Two texts in their order. */
    private record Pair(String first, String second) {
        static Pair of(String one, String other) {
            return one.compareTo(other) <= 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }
}
