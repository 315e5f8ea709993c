package io.truenorth.simulator;

import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.ledger.Touch;
import java.util.Map;

/**
 * One touch between the simulated brand and one of its customers.
 *
 * @param eventId unique within the simulation
 * @param customer whose touch it is
 * @param knownAt when it becomes known and can be sent, epoch ms
 * @param occurredAt when it happened, epoch ms; earlier than {@code knownAt} for a retraction, which carries the time of
 *     what it takes back
 * @param channel where
 * @param kind what
 * @param subject the product; empty for the brand as a whole
 * @param direction who did it
 * @param sentiment how the customer spoke, if so
 * @param valueMinor money in cents
 * @param attributes what the event tells of the customer; empty for most
 * @param retracts the id of the event that this takes back, or empty
 */
public record SimulatedTouch(
        String eventId,
        CustomerId customer,
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

    /** Whether it takes another one back. */
    public boolean isRetraction() {
        return !retracts.isEmpty();
    }

    /** What it adds to the customer's ledger. */
    public Touch toTouch() {
        return isRetraction()
                ? Touch.retractionOf(retracts, occurredAt)
                : Touch.of(eventId, occurredAt, channel, kind, subject, direction, sentiment, valueMinor);
    }

    SimulatedTouch retraction(String newId, long nowKnownAt) {
        return new SimulatedTouch(
                newId,
                customer,
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
