package io.truenorth.relationship.ledger;

/**
 * A message, such as a mail, that a touch by the brand delivers or a touch by the customer answers.
 *
 * @param key the {@link EventKey} of the message's id; of the empty text if it is unknown
 * @param millisOfDay the time of the touch within its day, in milliseconds
 */
public record Message(long key, int millisOfDay) {

    /**
     * Validates the time.
     *
     * @throws IllegalArgumentException if it is not within a day
     */
    public Message {
        if (millisOfDay < 0 || millisOfDay >= Days.MILLIS) {
            throw new IllegalArgumentException("expected a time within a day, was " + millisOfDay + " ms");
        }
    }

    /** Returns the message of an id, of a touch at a time (epoch ms). */
    public static Message of(String messageId, long occurredAt) {
        return new Message(EventKey.of(messageId), (int) Math.floorMod(occurredAt, Days.MILLIS));
    }
}
