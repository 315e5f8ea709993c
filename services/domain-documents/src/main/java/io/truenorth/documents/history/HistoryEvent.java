package io.truenorth.documents.history;

import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.ledger.Touch;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One line of a history, checked.
 *
 * @param eventId the same for the same line of the same source wherever it stands (see {@link EventIds})
 * @param customer the history's own id of the customer
 * @param occurredAt the event time, epoch ms, never after its arrival
 * @param channel where it happened
 * @param kind what happened
 * @param direction who acted
 * @param sentiment −1 to 1, where something was said
 * @param valueMinor money in minor units, signed, where there was some
 * @param subject what it was about; empty where nothing is said
 */
public record HistoryEvent(
        String eventId,
        String customer,
        long occurredAt,
        String channel,
        String kind,
        Direction direction,
        OptionalDouble sentiment,
        OptionalLong valueMinor,
        String subject) {

    /** The event as a ledger takes it. */
    public Touch toTouch() {
        Sentiment said = sentiment.isPresent() ? Sentiment.ofValue(sentiment.getAsDouble()) : Sentiment.NONE;
        return Touch.of(eventId, occurredAt, channel, kind, subject, direction, said, valueMinor.orElse(0));
    }
}
