package io.truenorth.simulator;

import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.ledger.Touch;
import java.util.List;
import java.util.Map;

/**
 * One touch between the simulated brand and a person.
 *
 * @param eventId unique within the simulation
 * @param person the name of the person, which the brand does not know
 * @param identities by which the channel knows the person, the strongest first; at least one
 * @param knownAt when it becomes known and can be sent, epoch ms
 * @param occurredAt when it happened, epoch ms; for a retraction, which is known later, the time of the retracted event
 * @param channel the channel
 * @param kind the kind
 * @param subject the product; empty for the brand as a whole
 * @param direction whether it is by the customer or by the brand
 * @param sentiment the sentiment, if one was expressed
 * @param valueMinor money in cents
 * @param attributes attributes of the customer in this event; empty for most events
 * @param retracts the id of the retracted event, or empty
 */
public record SimulatedTouch(
        String eventId,
        String person,
        List<SimulatedIdentity> identities,
        long knownAt,
        long occurredAt,
        String channel,
        String kind,
        String subject,
        Direction direction,
        Sentiment sentiment,
        long valueMinor,
        Map<String, String> attributes,
        String retracts) {

    /** Copies the identities. */
    public SimulatedTouch {
        identities = List.copyOf(identities);
    }

    /** The key of the record: the strongest identity. */
    public String key() {
        return identities.get(0).key();
    }

    /** Whether it names a pseudonym: such a touch has left a gateway, which would hash the pseudonym again. */
    public boolean isPseudonymous() {
        return identities.stream().anyMatch(identity -> identity.namespace().equals(SimulatedIdentity.EMAIL));
    }

    /** Whether this is a retraction. */
    public boolean isRetraction() {
        return !retracts.isEmpty();
    }

    /** The touch as it is added to the ledger of the customer. */
    public Touch toTouch() {
        return isRetraction()
                ? Touch.retractionOf(retracts, occurredAt)
                : Touch.of(eventId, occurredAt, channel, kind, subject, direction, sentiment, valueMinor);
    }

    SimulatedTouch retraction(String newId, long nowKnownAt) {
        return new SimulatedTouch(
                newId,
                person,
                identities,
                nowKnownAt,
                occurredAt,
                channel,
                kind,
                subject,
                direction,
                sentiment,
                valueMinor,
                Map.of(),
                eventId);
    }
}
