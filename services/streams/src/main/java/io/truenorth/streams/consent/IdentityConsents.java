package io.truenorth.streams.consent;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The consent of a customer, kept by the identity of which it was said, so that it survives a join and a split. The
 * customer's is the strictest of all identities.
 *
 * <p>Mutable; not thread-safe.
 */
public final class IdentityConsents {
    /** Places in both maps, two consents and an event id. */
    private static final long HEAP_BYTES_EACH = 400;

    private final SortedMap<String, Map<Purpose, SetConsent>> byIdentity = new TreeMap<>();

    /** Creates the consents of a customer of whom nothing is known. */
    public IdentityConsents() {}

    /**
     * Applies what is said of an identity, except where something later was said.
     *
     * @return whether anything has changed
     */
    public boolean take(String identity, Collection<SetConsent> said) {
        boolean changed = false;
        for (SetConsent now : said) {
            Map<Purpose, SetConsent> known =
                    byIdentity.computeIfAbsent(identity, first -> new EnumMap<>(Purpose.class));
            SetConsent before = known.get(now.purpose());
            SetConsent latest = before == null ? now : before.later(now);
            changed |= !latest.equals(before);
            known.put(now.purpose(), latest);
        }
        return changed;
    }

    /** Removes and returns what is known of an identity, ordered by purpose. */
    public List<SetConsent> remove(String identity) {
        Map<Purpose, SetConsent> removed = byIdentity.remove(identity);
        return removed == null ? List.of() : List.copyOf(removed.values());
    }

    /** Returns what is known of an identity for a purpose; null if nothing is. */
    public @Nullable SetConsent of(String identity, Purpose purpose) {
        Map<Purpose, SetConsent> known = byIdentity.get(identity);
        return known == null ? null : known.get(purpose);
    }

    /** Returns whether an identity's consent for a purpose is withdrawn. */
    public boolean isWithdrawn(String identity, Purpose purpose) {
        SetConsent known = of(identity, purpose);
        return known != null && !known.given();
    }

    /**
     * Returns when consent for a purpose was withdrawn, epoch ms: the latest of those identities for which it still is; 0 if it
     * is for none.
     */
    public long withdrawnAt(Purpose purpose) {
        long latest = 0;
        for (Map<Purpose, SetConsent> known : byIdentity.values()) {
            SetConsent set = known.get(purpose);
            if (set != null && !set.given()) {
                latest = Math.max(latest, set.at());
            }
        }
        return latest;
    }

    /** Returns whether the customer consents: not if any identity does not; empty if none is known to say. */
    public Optional<Boolean> strictest(Purpose purpose) {
        if (byIdentity.isEmpty()) {
            return Optional.empty(); // as for nearly every touch
        }
        boolean isGiven = false;
        for (Map<Purpose, SetConsent> known : byIdentity.values()) {
            SetConsent set = known.get(purpose);
            if (set != null && !set.given()) {
                return Optional.of(false);
            }
            isGiven |= set != null;
        }
        return isGiven ? Optional.of(true) : Optional.empty();
    }

    /** Returns what is known of each identity of which anything is, by purpose. */
    public SortedMap<String, Map<Purpose, SetConsent>> byIdentity() {
        return Collections.unmodifiableSortedMap(byIdentity);
    }

    /** Returns the approximate heap size, in bytes. */
    public long heapBytes() {
        return HEAP_BYTES_EACH * byIdentity.size();
    }
}
