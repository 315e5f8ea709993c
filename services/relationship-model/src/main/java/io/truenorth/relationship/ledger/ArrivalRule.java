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

    /**
     * The days on which an event may stand in a ledger, whichever of its deliveries was counted. They are two for a time
     * within the skew after a midnight: a delivery that arrived before midnight counts on the day that ended with it, one
     * that arrived after on the day of the event. Where one of them has the event, every other delivery is a duplicate:
     * the earlier arrival too, as it may have taken longer on its way.
     *
     * @param occurredAt the event time as sent, epoch ms
     */
    public DaySpan daysOf(long occurredAt) {
        return new DaySpan(Days.of(occurredAt - allowedSkew.toMillis()), Days.of(occurredAt));
    }

    private static String written(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis).toString();
    }
}
