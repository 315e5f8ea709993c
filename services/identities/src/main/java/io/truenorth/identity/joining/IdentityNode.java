package io.truenorth.identity.joining;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What is known of an identity where its events arrive. An identity of which nothing is known is a customer of its own. */
public final class IdentityNode {
    /** An identity that is linked with more others is nobody's in particular, as that of a shop's terminal. */
    static final int MOST_LINKS = 1_000;

    private final String identity;
    private final Set<String> reported = new TreeSet<>();
    private String customer;
    private long epoch;
    private long asked;
    private boolean changed;

    /** Creates the node of an identity of which nothing is known. */
    public IdentityNode(String identity) {
        this(identity, 0);
    }

    /**
     * Creates the node of an identity of which nothing is known.
     *
     * @param epoch that it has then: that of its last erasure, or 0
     */
    public IdentityNode(String identity, long epoch) {
        this.identity = identity;
        this.customer = identity;
        this.epoch = epoch;
    }

    /**
     * Returns a node as it was stored.
     *
     * @param identity the identity
     * @param epoch how often it was split from a customer or erased
     * @param customer that it belongs to
     * @param asked how often others were linked with it
     * @param reported the identities whose link with this one was reported to the customer
     */
    public static IdentityNode restored(
            String identity, long epoch, String customer, long asked, Collection<String> reported) {
        IdentityNode node = new IdentityNode(identity);
        node.epoch = epoch;
        node.asked = asked;
        node.customer = customer;
        node.reported.addAll(reported);
        return node;
    }

    /** Returns the customer that the identity belongs to; it may have joined another one since. */
    public String customer() {
        return customer;
    }

    /** Returns how often the identity was split from a customer or erased. */
    public long epoch() {
        return epoch;
    }

    /** Returns whether there is anything to store since the last call. */
    public boolean takeChanged() {
        boolean wasChanged = changed;
        changed = false;
        return wasChanged;
    }

    /** Returns how often others were linked with the identity. */
    public long asked() {
        return asked;
    }

    /** Returns the identities whose link with this one was reported to the customer. */
    public Set<String> reported() {
        return Set.copyOf(reported);
    }

    /**
     * Returns whether there is nothing to store.
     *
     * @param initialEpoch of an identity of which nothing is stored
     */
    public boolean isEmpty(long initialEpoch) {
        return epoch == initialEpoch && asked == 0 && customer.equals(identity) && reported.isEmpty();
    }

    /** Remembers that a link was reported to the customer; returns false if it was before, or too many were. */
    boolean report(String other) {
        boolean isNew = !reported.contains(other)
                && reported.size() < MOST_LINKS
                && TextSize.of(reported) < TextSize.MOST_OF_REST
                && reported.add(other);
        changed |= isNew;
        return isNew;
    }

    /** Counts a link that others have learnt of; returns false if the identity is linked with too many. */
    boolean ask() {
        asked++;
        changed = true;
        return asked <= MOST_LINKS;
    }

    /** Takes a label, unless a better one is known; returns whether it did. */
    boolean label(long newEpoch, String newCustomer, IdentityRanking ranking) {
        boolean isBetter = newEpoch > epoch || newEpoch == epoch && ranking.isBetter(newCustomer, customer);
        if (isBetter) {
            epoch = newEpoch;
            customer = newCustomer;
            changed = true;
        }
        return isBetter;
    }

    /** Forgets everything, as the identity was erased; it belongs to itself, unless it has a later epoch. */
    void erase(long newEpoch) {
        changed = true;
        reported.clear();
        asked = 0;
        if (newEpoch > epoch) {
            epoch = newEpoch;
            customer = identity;
        }
    }

    /** Forgets the links with identities that were erased. */
    public void forget(Predicate<String> erased) {
        changed |= reported.removeIf(erased);
    }
}
