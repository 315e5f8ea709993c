package io.truenorth.relationship.ledger;

/**
 * One touch between brand and customer, as a ledger records it: the event and the cell it adds.
 *
 * @param eventKey the {@link EventKey} of the event's id
 * @param cell the cell the event adds: a single touch, negative for a retraction
 */
public record Touch(long eventKey, Cell cell) {

    /** The maximum absolute value of one touch: 10¹² major units of a currency with two decimals. */
    public static final long MAX_VALUE_MINOR = 100_000_000_000_000L;

    /**
     * Creates a touch.
     *
     * @param eventId the event's id, unique within the customer's day
     * @param occurredAt the event time in epoch milliseconds, not after its arrival (see {@link ArrivalRule})
     * @param channel the channel of the touch; not empty
     * @param kind the kind of the touch; not empty
     * @param subject the brand, product line or campaign concerned; empty if unspecified
     * @param sentiment the customer's sentiment towards the brand; ignored on a touch by the brand
     * @param valueMinor money in minor units of the reporting currency, signed, within ±{@link #MAX_VALUE_MINOR}
     * @throws IllegalArgumentException if id, channel or kind is empty, a text is not well-formed Unicode or the value
     *     is out of range
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

    /** Returns the same touch on another epoch day. */
    public Touch on(int day) {
        return new Touch(eventKey, cell.on(day));
    }

    /**
     * Returns the touch that reverts this one: a refund, a deleted post, a corrected survey. It may arrive before this
     * touch.
     *
     * @param eventId the retraction's own id
     */
    public Touch retraction(String eventId) {
        Texts.requireText("an event id", eventId);
        return new Touch(EventKey.of(eventId), cell.negated());
    }
}
