package io.truenorth.gateway.admission;

import java.util.function.LongSupplier;

/**
 * The rate limit of a source: a token bucket that fills at a steady rate up to a burst. While it holds a token a request is
 * admitted as a whole, and what it overdraws delays the next one, so that a batch larger than the burst can be sent.
 */
final class RateLimit {

    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double burst;
    private final LongSupplier nanos;
    private double left;
    private long filledAt;

    /**
     * A full bucket.
     *
     * @param perSecond events a second, above 0
     * @param burst events at once, 1 or more
     * @param nanos a monotonic clock
     */
    RateLimit(double perSecond, double burst, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanos = nanos;
        this.left = burst;
        this.filledAt = nanos.getAsLong();
    }

    /** Seconds until the next request is admitted, rounded up; 0 for none. */
    synchronized long secondsToWait() {
        fill();
        return left > 0 ? 0 : Math.max(1, (long) Math.ceil(-left / perSecond));
    }

    /** Takes the tokens of events that were stored. */
    synchronized void charge(int events) {
        fill();
        left -= events;
    }

    private void fill() {
        long now = nanos.getAsLong();
        left = Math.min(burst, left + (now - filledAt) / NANOS * perSecond);
        filledAt = now;
    }
}
