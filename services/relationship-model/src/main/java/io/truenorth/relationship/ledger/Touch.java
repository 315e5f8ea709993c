package io.truenorth.relationship.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What one message adds to a ledger: a touch between brand and customer, or the retraction of one.
 *
 * @param eventKey the {@link EventKey} of the event's id; of the retracted event for a retraction
 * @param day epoch day of the event time, UTC
 * @param category channel, kind and subject; null for a retraction
 * @param direction who touched whom
 * @param sentiment the customer's sentiment towards the brand; none on a touch by the brand
 * @param valueMinor money in minor units of the reporting currency, signed
 * @param revision of several messages of one event the one of the highest revision counts; 0 or more
 * @param message the message that the touch delivers, or answers, where that matters; see {@link RelationshipLedger}
 */
public record Touch(
        long eventKey,
        int day,
        @Nullable Category category,
        Direction direction,
        Sentiment sentiment,
        long valueMinor,
        int revision,
        @Nullable Message message) {

    /** The maximum absolute value of one touch: 10¹² major units of a currency with two decimals. */
    public static final long MAX_VALUE_MINOR = 100_000_000_000_000L;

    /**
     * Validates the revision.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Touch {
        if (revision < 0) {
            throw new IllegalArgumentException("expected a revision of 0 or more, was " + revision);
        }
    }

    /**
     * Creates a touch.
     *
     * @param eventId the event's id, unique within the customer's day and the days before and after it
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
        return new Touch(
                EventKey.of(eventId),
                Days.of(occurredAt),
                new Category(channel, kind, subject),
                direction,
                direction == Direction.INBOUND ? sentiment : Sentiment.NONE,
                valueMinor,
                0,
                null);
    }

    /**
     * Creates the retraction of an event, such as a deleted post or a mistaken import. It may arrive before the event.
     *
     * @param eventId the id of the retracted event
     * @param occurredAt the event time of the retracted event in epoch milliseconds
     * @throws IllegalArgumentException if the id is empty or not well-formed Unicode
     */
    public static Touch retractionOf(String eventId, long occurredAt) {
        Texts.requireText("an event id", eventId);
        return retractionOf(EventKey.of(eventId), Days.of(occurredAt));
    }

    private static Touch retractionOf(long eventKey, int day) {
        return new Touch(eventKey, day, null, Direction.INBOUND, Sentiment.NONE, 0, 0, null);
    }

    /** Returns whether this is a retraction. */
    public boolean isRetraction() {
        return category == null;
    }

    /** Returns the retraction of this touch. */
    public Touch retraction() {
        return retractionOf(eventKey, day);
    }

    /** Returns this touch with another category, such as an equal one that many touches share. */
    public Touch withCategory(Category newCategory) {
        return new Touch(eventKey, day, newCategory, direction, sentiment, valueMinor, revision, message);
    }

    /** Returns this touch with another revision, 0 or more. */
    public Touch withRevision(int newRevision) {
        return new Touch(eventKey, day, category, direction, sentiment, valueMinor, newRevision, message);
    }

    /** Returns this touch with the message that it delivers or answers. */
    public Touch withMessage(Message newMessage) {
        return new Touch(eventKey, day, category, direction, sentiment, valueMinor, revision, newMessage);
    }
}
