package io.truenorth.relationship.ledger;

/**
 * One touch between the brand and the customer, as a ledger sees it: which event it was, and the cell it adds.
 *
 * @param eventKey the {@link EventKey} of the event's id
 * @param cell what the event adds: one touch; negative for a retraction
 */
public record Touch(long eventKey, Cell cell) {

    /** The most money one touch may carry, either way: 10¹² major units of a currency with two decimals. */
    public static final long MAX_VALUE_MINOR = 100_000_000_000_000L;

    /**
     * A touch.
     *
     * @param eventId the event's id, unique within the customer's day
     * @param occurredAt the event time in epoch milliseconds, not after its arrival (see {@link ArrivalRule})
     * @param channel where it happened; not empty
     * @param kind what happened; not empty
     * @param subject what it was about; empty where nothing is said
     * @param sentiment what the customer said of the brand; ignored on a touch by the brand, which does not praise itself
     * @param valueMinor money in minor units of the reporting currency, signed, within ±{@link #MAX_VALUE_MINOR}
     * @throws IllegalArgumentException if id, channel or kind is empty, a text is not Unicode or the value is out of
     *     range
     */
    public static Touch of(
            String eventId,
            long occurredAt,
            String channel,
            String kind,
            String subject,
            Direction direction,
            Sentiment sentiment,
            long valueMinor) {
        Texts.requireText("an event id", eventId);
        if (valueMinor < -MAX_VALUE_MINOR || valueMinor > MAX_VALUE_MINOR) {
            throw new IllegalArgumentException(
                    "expected a value within ±" + MAX_VALUE_MINOR + " minor units, was " + valueMinor);
        }
        Sentiment said = direction == Direction.INBOUND ? sentiment : Sentiment.NONE;
        Cell cell = new Cell(
                Days.of(occurredAt),
                channel,
                kind,
                subject,
                direction == Direction.INBOUND ? 1 : 0,
                direction == Direction.OUTBOUND ? 1 : 0,
                valueMinor,
                said == Sentiment.POSITIVE ? 1 : 0,
                said == Sentiment.NEUTRAL ? 1 : 0,
                said == Sentiment.NEGATIVE ? 1 : 0);
        return new Touch(EventKey.of(eventId), cell);
    }

    /** The same touch on another epoch day. */
    public Touch on(int day) {
        return new Touch(eventKey, cell.on(day));
    }

    /**
     * What takes this touch back: a refund, a deleted post, a corrected survey. It may arrive before the touch.
     *
     * @param eventId the retraction's own id
     */
    public Touch retraction(String eventId) {
        Texts.requireText("an event id", eventId);
        return new Touch(EventKey.of(eventId), cell.negated());
    }
}
