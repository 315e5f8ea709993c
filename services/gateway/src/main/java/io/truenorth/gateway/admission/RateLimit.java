package io.truenorth.gateway.admission;

import java.util.function.LongSupplier;

/**
 * How many events a source may send: a bucket that fills at a steady rate up to a burst. As long as anything is in it a
 * request is let in as a whole, and what it held more is waited for by the next one, so that a large batch is not
 * shut out for ever.
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
     * @param nanos a clock that never goes back
     */
    RateLimit(double perSecond, double burst, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanos = nanos;
        this.left = burst;
        this.filledAt = nanos.getAsLong();
    }

    /** How many seconds to wait before the next request is let in, rounded up; 0 for none. */
    synchronized long secondsToWait() {
        fill();
        return left > 0 ? 0 : Math.max(1, (long) Math.ceil(-left / perSecond));
    }

    /** Takes the events of a request that is let in. */
    synchronized void take(int events) {
        fill();
        left -= events;
    }

    private void fill() {
        long now = nanos.getAsLong();
        left = Math.min(burst, left + (now - filledAt) / NANOS * perSecond);
        filledAt = now;
    }
}
