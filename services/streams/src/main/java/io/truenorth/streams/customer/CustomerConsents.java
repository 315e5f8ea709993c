package io.truenorth.streams.customer;

import io.truenorth.contract.Consent;
import io.truenorth.contract.IdentityRequest;
import io.truenorth.contract.PrivacyOutcome;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.identity.IdentityHash;
import io.truenorth.identity.joining.Suppression;
import io.truenorth.streams.consent.ConsentContent;
import io.truenorth.streams.consent.Purpose;
import io.truenorth.streams.consent.SetConsent;
import io.truenorth.streams.decode.ValidTouchpoint;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Brings consent of events and requests to the customers of the identities that it is of. Confined to the partition's stream
 * thread.
 */
final class CustomerConsents {
    private final Relationships relationships;
    private final JoinOutput output;
    private final BiConsumer<String, ConsentContent> toCustomer;
    private final ErasedConsents erased;

    /**
     * @param toCustomer tells the customer of an identity
     * @param erased takes consent of identities that were erased
     */
    CustomerConsents(
            Relationships relationships,
            JoinOutput output,
            BiConsumer<String, ConsentContent> toCustomer,
            ErasedConsents erased) {
        this.relationships = relationships;
        this.output = output;
        this.toCustomer = toCustomer;
        this.erased = erased;
    }

    /**
     * Applies the consent of an event, before the event is added, to all of its identities: at once to those of the customer,
     * by a message to others, wherever they are and whether or not the customers join. Those are left out that were erased
     * since the event.
     */
    void ofEvent(LiveCustomer customer, ValidTouchpoint touchpoint) {
        for (String other : touchpoint.others()) {
            if (relationships.suppressions().covers(other, touchpoint.occurredAt())) {
                continue;
            }
            if (customer.identities().hasMember(other)) {
                relationships.take(customer, other, touchpoint.consents());
            } else if (!other.equals(touchpoint.identity())) {
                toCustomer.accept(other, ConsentContent.ofEvent(touchpoint.consents()));
            }
        }
    }

    /** Sends a request to the customer who has the identity. */
    void request(IdentityRequest request) {
        List<SetConsent> said = SetConsent.of(
                Objects.requireNonNull(request.getConsent()), request.getRequestedAt(), request.getRequestId());
        toCustomer.accept(request.getIdentity(), ConsentContent.ofRequest(said, request.getRequestedBy()));
    }

    /**
     * Returns what has come to the customer of an identity that was erased, without what is left out; null if nothing is left,
     * and a request is answered then.
     */
    @Nullable
    ConsentContent without(LiveCustomer customer, String identity, ConsentContent consent, Suppression suppression) {
        List<SetConsent> left = erased.take(customer, identity, consent, suppression);
        if (!left.isEmpty()) {
            return consent.saying(left);
        }
        answer(identity, consent, set -> erased.holds(identity, set) || isKnown(customer, identity, set));
        return null;
    }

    /** Applies what has come to the customer of an identity; a request is answered by a receipt. */
    void take(LiveCustomer customer, String identity, ConsentContent consent) {
        if (consent.comesWithIdentity()) {
            relationships.takeOver(customer, identity, consent.said());
        } else {
            relationships.take(customer, identity, consent.said());
        }
        answer(identity, consent, set -> isKnown(customer, identity, set));
    }

    private static boolean isKnown(LiveCustomer customer, String identity, SetConsent set) {
        return set.equals(customer.consent(identity, set.purpose()));
    }

    private void answer(String identity, ConsentContent consent, Predicate<SetConsent> holds) {
        String requestedBy = consent.requestedBy();
        if (requestedBy != null) {
            List<SetConsent> holding = consent.said().stream().filter(holds).toList();
            output.publish(identity, receipt(identity, consent.said(), holding, requestedBy));
        }
    }

    /** The receipt has the purposes for which the request holds, or if it is outdated, those that it was for. */
    private PrivacyReceipt receipt(
            String identity, List<SetConsent> asked, List<SetConsent> holding, String requestedBy) {
        Consent consent = new Consent();
        (holding.isEmpty() ? asked : holding).forEach(set -> {
            if (set.purpose() == Purpose.SCORING) {
                consent.setScoring(set.given());
            } else {
                consent.setActivation(set.given());
            }
        });
        return PrivacyReceipt.newBuilder()
                .setRequestId(asked.get(0).eventId())
                .setOutcome(holding.isEmpty() ? PrivacyOutcome.CONSENT_OUTDATED : PrivacyOutcome.CONSENT_SET)
                .setIdentities(List.of(IdentityHash.of(identity)))
                .setRequestedBy(requestedBy)
                .setRequestedAt(asked.get(0).at())
                .setExecutedAt(relationships.now())
                .setConsent(consent)
                .build();
    }
}
