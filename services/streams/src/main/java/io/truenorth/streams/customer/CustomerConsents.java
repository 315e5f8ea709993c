package io.truenorth.streams.customer;

import io.truenorth.contract.Consent;
import io.truenorth.contract.IdentityRequest;
import io.truenorth.contract.PrivacyOutcome;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.identity.IdentityHash;
import io.truenorth.streams.consent.ConsentContent;
import io.truenorth.streams.consent.Purpose;
import io.truenorth.streams.consent.SetConsent;
import io.truenorth.streams.decode.ValidTouchpoint;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * Brings consent of events and requests to the customers of the identities that it is of. Confined to the partition's stream
 * thread.
 */
final class CustomerConsents {
    private final Relationships relationships;
    private final JoinOutput output;
    private final BiConsumer<String, ConsentContent> toCustomer;

    /** @param toCustomer tells the customer of an identity */
    CustomerConsents(Relationships relationships, JoinOutput output, BiConsumer<String, ConsentContent> toCustomer) {
        this.relationships = relationships;
        this.output = output;
        this.toCustomer = toCustomer;
    }

    /**
     * Applies the consent of an event, before the event is added, to all of its identities: at once to those of the customer,
     * by a message to others, wherever they are and whether or not the customers join.
     */
    void ofEvent(LiveCustomer customer, ValidTouchpoint touchpoint) {
        for (String other : touchpoint.others()) {
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

    /** Applies what has come to the customer of an identity; a request is answered by a receipt. */
    void take(LiveCustomer customer, String identity, ConsentContent consent) {
        if (consent.comesWithIdentity()) {
            relationships.takeOver(customer, identity, consent.said());
        } else {
            relationships.take(customer, identity, consent.said());
        }
        String requestedBy = consent.requestedBy();
        if (requestedBy != null) {
            output.publish(receipt(customer, identity, consent.said(), requestedBy));
        }
    }

    /** The receipt has the purposes for which the request holds, or if it is outdated, those that it was for. */
    private PrivacyReceipt receipt(LiveCustomer customer, String identity, List<SetConsent> asked, String requestedBy) {
        List<SetConsent> holding = asked.stream()
                .filter(set -> set.equals(customer.consent(identity, set.purpose())))
                .toList();
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
