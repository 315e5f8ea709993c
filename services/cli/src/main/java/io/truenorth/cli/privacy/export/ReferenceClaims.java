package io.truenorth.cli.privacy.export;

import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.IdentityEventType;
import io.truenorth.contract.LaterEvents;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.contract.Touchpoint;
import io.truenorth.identity.IdentityHash;
import io.truenorth.identity.joining.Evidence;
import io.truenorth.streams.identity.ReferenceClaim;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which identity each reference belongs to, as records tell: that of the first event, by event time, that has both. Where two
 * customers claim one, the last conflict that was published says who has it, as the first event may be gone.
 */
final class ReferenceClaims {
    /** The end of an erasure after which later events are dropped too. */
    private static final long FOREVER = Long.MAX_VALUE;

    private final Map<String, Long> erasedUntil = new HashMap<>();
    private final Map<String, IdentityEvent> conflicts = new HashMap<>();
    private final Map<String, ReferenceClaim> claims = new HashMap<>();

    /**
     * No claims yet.
     *
     * @param receipts of erasures, whose earlier claims do not count, and of others
     * @param conflicts events of the type {@code REFERENCE_CONFLICT}
     */
    ReferenceClaims(Collection<PrivacyReceipt> receipts, Collection<IdentityEvent> conflicts) {
        receipts.stream()
                .filter(receipt -> receipt.getLaterEvents() != null)
                .forEach(receipt ->
                        receipt.getIdentities().forEach(hash -> erasedUntil.merge(hash, until(receipt), Math::max)));
        conflicts.stream()
                .sorted(Comparator.comparingLong(IdentityEvent::getAt))
                .filter(conflict -> !isErased(conflict.getIdentities().get(0), conflict.getAt()))
                .forEach(conflict -> this.conflicts.put(conflict.getFirst(), conflict));
    }

    private static long until(PrivacyReceipt receipt) {
        return receipt.getLaterEvents() == LaterEvents.DROP ? FOREVER : receipt.getExecutedAt();
    }

    /** Whether an event says whose a reference is that two customers claim. */
    static boolean isConflict(IdentityEvent event) {
        return event.getType() == IdentityEventType.REFERENCE_CONFLICT
                && !event.getIdentities().isEmpty();
    }

    /** The references of a touchpoint, as {@code type:id}. */
    static List<String> of(Touchpoint touchpoint) {
        return touchpoint.getReferences().stream()
                .map(reference -> reference.getType() + ":" + reference.getId())
                .toList();
    }

    /**
     * Takes a claim of an identity by an event.
     *
     * @param identity the strongest of the event; for an event without any the owner of its first reference
     */
    void claim(String reference, String identity, Touchpoint event) {
        if (!isErased(identity, event.getOccurredAt())) {
            Evidence evidence = new Evidence(event.getSource(), event.getEventId(), event.getOccurredAt(), false);
            claims.merge(
                    reference,
                    new ReferenceClaim(identity, List.of(), evidence),
                    (known, claim) -> claim.isBefore(known) ? claim : known);
        }
    }

    private boolean isErased(String identity, long at) {
        Long until = erasedUntil.get(IdentityHash.of(identity));
        return until != null && at <= until;
    }

    /** The identity that has a reference; empty if none is known. */
    Optional<String> owner(String reference) {
        return Optional.ofNullable(conflicts.get(reference))
                .map(conflict -> conflict.getIdentities().get(0))
                .or(() -> Optional.ofNullable(claims.get(reference)).map(ReferenceClaim::identity));
    }

    /** The first event on the topic by which the owner has a reference; empty if it is gone. */
    Optional<Evidence> evidence(String reference) {
        return Optional.ofNullable(claims.get(reference))
                .filter(claim ->
                        owner(reference).filter(claim.identity()::equals).isPresent())
                .map(ReferenceClaim::evidence);
    }
}
