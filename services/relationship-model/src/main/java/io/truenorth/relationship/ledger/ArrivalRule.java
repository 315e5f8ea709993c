package io.truenorth.relationship.ledger;

import java.time.Duration;
import java.time.Instant;

/**
 * Decides which event times are accepted. An event time slightly ahead of its arrival, as from a fast clock, is
 * replaced by the arrival time. A time further ahead, or before 1970, is rejected: a ledger never holds a day that has
 * not begun.
 *
 * @param allowedSkew how far an event time may be ahead of its arrival
 */
public record ArrivalRule(Duration allowedSkew) {

    /** Allows a clock skew of five minutes. */
    public static final ArrivalRule STANDARD = new ArrivalRule(Duration.ofMinutes(5));

    /**
     * Returns the event time to use: the event time as sent, or the arrival time if that is earlier.
     *
     * @param occurredAt the event time as sent, epoch ms
     * @param arrivedAt when the event arrived, epoch ms
     * @throws IllegalArgumentException if the event time is before 1970 or further ahead of its arrival than allowed
     */
    public long admit(long occurredAt, long arrivedAt) {
        if (occurredAt < 0) {
            throw new IllegalArgumentException("expected a time from 1970 on, was " + written(occurredAt));
        }
        if (occurredAt - arrivedAt > allowedSkew.toMillis()) {
            throw new IllegalArgumentException("expected a time no later than " + allowedSkew.toSeconds()
                    + " s after its arrival at " + written(arrivedAt) + ", was " + written(occurredAt));
        }
        return Math.min(occurredAt, arrivedAt);
    }

    private static String written(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis).toString();
    }
}
