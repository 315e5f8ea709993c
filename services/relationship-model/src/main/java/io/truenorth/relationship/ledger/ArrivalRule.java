package io.truenorth.relationship.ledger;

import java.time.Duration;
import java.time.Instant;

/**
 * Which event times are believed. A clock that runs a little ahead is forgiven: its event counts as of its arrival. A
 * time further ahead, or before 1970, is a mistake and refused, as no ledger may hold a day that has not begun.
 *
 * @param allowedSkew how far an event time may lie after its arrival
 */
public record ArrivalRule(Duration allowedSkew) {

    /** Five minutes of skew. */
    public static final ArrivalRule STANDARD = new ArrivalRule(Duration.ofMinutes(5));

    /**
     * The event time to use.
     *
     * @param occurredAt the event time as sent, epoch ms
     * @param arrivedAt when the event arrived, epoch ms
     * @throws IllegalArgumentException if the event time is before 1970 or further after its arrival than allowed
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
