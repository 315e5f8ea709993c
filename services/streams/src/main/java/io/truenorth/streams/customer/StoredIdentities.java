package io.truenorth.streams.customer;

import io.truenorth.streams.identity.IdentityState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a key as an identity and as a customer. It is kept in binary form, which takes little of the heap, and
 * decoded while it is looked at; what events need to know of it is at hand. Confined to the partition's stream thread.
 */
final class StoredIdentities {
    private final String id;
    private byte @Nullable [] stored;
    private @Nullable KnownIdentities known;
    private @Nullable IdentityState decoded;

    /** @param stored the binary form; null if nothing is known */
    StoredIdentities(String id, byte @Nullable [] stored) {
        this.id = id;
        this.stored = stored;
        this.known = stored == null ? null : KnownIdentities.of(IdentityState.fromBytes(id, stored));
    }

    /** Returns whether the links between the key, as an identity, and others were reported to its customer. */
    boolean hasReported(List<String> others) {
        return others.isEmpty() || known != null && known.reported().containsAll(others);
    }

    /** Returns the customer that the key belongs to, as an identity; that one may have joined another since. */
    String owner() {
        return known == null ? id : known.customer();
    }

    /** Returns whether an identity is one of the key's as a customer, who did not join another. */
    boolean hasMember(String identity) {
        return known == null ? identity.equals(id) : known.members().contains(identity);
    }

    /** Returns whether nothing is known of the key beyond that it is a customer by itself. */
    boolean isUnknown() {
        return known == null;
    }

    /** Returns whether the key, as an identity, belongs to itself as a customer. */
    boolean isOwnCustomer() {
        return owner().equals(id) && hasMember(id);
    }

    /**
     * Returns all that is known, to be changed until {@link #keep} is called.
     *
     * @param epoch of the key if nothing is known: that of its last erasure, or 0
     */
    IdentityState decoded(long epoch) {
        if (decoded == null) {
            decoded = stored == null ? IdentityState.unknown(id, epoch) : IdentityState.fromBytes(id, stored);
        }
        return decoded;
    }

    /**
     * Ends looking at what is known; returns whether it has changed.
     *
     * @param epoch of the key if nothing is known: that of its last erasure, or 0
     */
    boolean keep(long epoch) {
        if (decoded == null) {
            return false;
        }
        boolean changed = decoded.takeChanged();
        if (changed) {
            boolean isKnown = !decoded.isUnknown(epoch);
            stored = isKnown ? decoded.toBytes() : null;
            known = isKnown ? KnownIdentities.of(decoded) : null;
        }
        decoded = null;
        return changed;
    }

    /** Returns the binary form; null if nothing is known. */
    byte @Nullable [] toBytes() {
        return stored;
    }

    /** Returns the approximate heap size, in bytes. */
    long heapBytes() {
        return stored == null || known == null ? 0 : stored.length + known.heapBytes();
    }
}
