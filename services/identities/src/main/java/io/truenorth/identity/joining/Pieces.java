package io.truenorth.identity.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a customer falls into when an identity's links are dropped: the identity, and what still hangs together. */
final class Pieces {
    private final CustomerIdentities customer;
    private final Set<IdentityPair> newlyBarred;
    private final Set<String> staying;
    private final List<Set<String>> leaving;

    private Pieces(
            CustomerIdentities customer,
            Set<IdentityPair> newlyBarred,
            Set<String> staying,
            List<Set<String>> leaving) {
        this.customer = customer;
        this.newlyBarred = newlyBarred;
        this.staying = staying;
        this.leaving = leaving;
    }

    /** Finds the pieces of a customer without the links of one of its identities. */
    static Pieces of(CustomerIdentities customer, String identity) {
        Set<IdentityPair> dropped = new TreeSet<>();
        Set<IdentityPair> links = new TreeSet<>();
        customer.links().keySet().forEach(link -> (link.has(identity) ? dropped : links).add(link));
        LinkedGroups groups = new LinkedGroups(links);
        Map<String, Set<String>> pieces = new LinkedHashMap<>();
        customer.members()
                .keySet()
                .forEach(member -> pieces.computeIfAbsent(groups.of(member), group -> new TreeSet<>())
                        .add(member));
        List<Set<String>> leaving = new ArrayList<>();
        Set<String> staying = Set.of();
        for (Set<String> piece : pieces.values()) {
            if (piece.contains(customer.id())) {
                staying = piece;
            } else {
                leaving.add(piece);
            }
        }
        return new Pieces(customer, dropped, staying, leaving);
    }

    /** Returns the pairs that may not join again: the dropped links. */
    Set<IdentityPair> newlyBarred() {
        return newlyBarred;
    }

    /** Returns the piece with the customer's id. */
    Set<String> staying() {
        return staying;
    }

    /** Returns the pieces that leave. */
    List<Set<String>> leaving() {
        return leaving;
    }

    /**
     * Returns what makes a piece a customer: its members of the next epoch, the links among them, and their bars.
     *
     * @param suppressions of members of the piece that were erased
     */
    CustomerMessage.Restore restore(Set<String> piece, Map<String, Suppression> suppressions) {
        Map<String, Long> members = new TreeMap<>();
        piece.forEach(identity -> members.put(identity, customer.members().getOrDefault(identity, 0L) + 1));
        Map<IdentityPair, Evidence> links = new TreeMap<>(customer.links());
        links.keySet()
                .removeIf(link ->
                        newlyBarred.contains(link) || !piece.contains(link.first()) || !piece.contains(link.second()));
        Set<IdentityPair> barred = new TreeSet<>(customer.barred());
        barred.addAll(newlyBarred);
        barred.removeIf(pair -> !piece.contains(pair.first()) && !piece.contains(pair.second()));
        return new CustomerMessage.Restore(members, links, barred, suppressions);
    }
}
