package io.truenorth.streams.customer;

import io.truenorth.identity.IdentityHash;
import io.truenorth.identity.joining.Suppression;
import io.truenorth.streams.consent.ConsentContent;
import io.truenorth.streams.consent.Purpose;
import io.truenorth.streams.consent.SetConsent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what becomes of consent that comes to an identity that was erased, and is left out.
 *
 * <p>A request after an erasure that drops later events lets them begin anew, if it gives consent to scoring. Consent that is
 * withdrawn, by a request or by what was under way when the identity was erased, is kept with the suppression, by the hash of
 * the identity. Events say nothing here: they are left out with their consent. Confined to the partition's stream thread.
 */
final class ErasedConsents {
    private final Relationships relationships;
    private final PartitionSuppressions suppressions;

    ErasedConsents(Relationships relationships, PartitionSuppressions suppressions) {
        this.relationships = relationships;
        this.suppressions = suppressions;
    }

    /**
     * Keeps what is to be kept with the suppression of an identity.
     *
     * @param customer who has the identity
     * @return what the customer is to store: what is not left out, and of an identity that has begun anew what is withdrawn
     */
    List<SetConsent> take(LiveCustomer customer, String identity, ConsentContent consent, Suppression suppression) {
        Optional<SetConsent> scoringGiven = scoringGiven(consent, suppression);
        if (scoringGiven.isPresent()) {
            Suppression lifted = suppression.withScoringGiven(scoringGiven.get().at());
            suppressions.change(Map.of(IdentityHash.of(identity), lifted));
            return consent.said();
        }
        List<SetConsent> withdrawn =
                consent.isOfEvent() ? List.of() : withdrawn(customer, identity, consent, suppression);
        keep(identity, suppression, withdrawn);
        boolean hasBegunAnew = customer.hasAny() || !customer.identities().isUnknown();
        return consent.said().stream()
                .filter(set -> !suppression.covers(set.at()) || hasBegunAnew && withdrawn.contains(set))
                .toList();
    }

    /** Returns whether what is said of an identity holds, which is not stored at its customer. */
    boolean holds(String identity, SetConsent set) {
        Suppression suppression = suppressions.of(identity);
        if (suppression == null || set.given()) {
            return false;
        }
        return set.purpose() == Purpose.SCORING
                ? suppression.dropsLater()
                : suppression.activationWithdrawnAt() >= set.at();
    }

    private static Optional<SetConsent> scoringGiven(ConsentContent consent, Suppression suppression) {
        if (consent.requestedBy() == null || !suppression.dropsLater()) {
            return Optional.empty();
        }
        return consent.said().stream()
                .filter(set -> set.purpose() == Purpose.SCORING && set.given() && set.at() > suppression.until())
                .findFirst();
    }

    /** Returns what is withdrawn and left out, except where something later was said since the erasure. */
    private static List<SetConsent> withdrawn(
            LiveCustomer customer, String identity, ConsentContent consent, Suppression suppression) {
        return consent.said().stream()
                .filter(set -> !set.given() && suppression.covers(set.at()))
                .filter(set -> {
                    SetConsent known = customer.consent(identity, set.purpose());
                    return known == null || known.at() <= set.at();
                })
                .toList();
    }

    /** What was withdrawn before the erasure is kept for all identities that were erased together, as if it had come before. */
    private void keep(String identity, Suppression suppression, List<SetConsent> withdrawn) {
        if (withdrawn.isEmpty() || with(suppression, withdrawn).equals(suppression)) {
            return;
        }
        boolean isFromBefore = withdrawn.stream().allMatch(set -> set.at() <= suppression.until());
        Map<String, Suppression> concerned = isFromBefore
                ? relationships.suppressions().ofSameErasure(suppression)
                : Map.of(IdentityHash.of(identity), suppression);
        Map<String, Suppression> changed = new HashMap<>();
        concerned.forEach((hash, before) -> {
            Suppression after = with(before, withdrawn);
            if (!after.equals(before)) {
                changed.put(hash, after);
            }
        });
        if (!changed.isEmpty()) {
            suppressions.change(changed);
        }
    }

    private static Suppression with(Suppression before, List<SetConsent> withdrawn) {
        Suppression after = before;
        for (SetConsent set : withdrawn) {
            after = set.purpose() == Purpose.SCORING
                    ? after.withScoringWithdrawn(set.at())
                    : after.withActivationWithdrawn(set.at());
        }
        return after;
    }
}
