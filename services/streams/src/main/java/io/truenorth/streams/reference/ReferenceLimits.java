package io.truenorth.streams.reference;

import java.time.Duration;

/**
 * The limits of references.
 *
 * @param remember how long the owner of a reference is known after its last use
 * @param await how long a touchpoint waits for the owner of its reference
 * @param mostWaiting maximum number of touchpoints that wait for the owner of one reference
 */
public record ReferenceLimits(Duration remember, Duration await, int mostWaiting) {
    private static final int MOST_WAITING = 1_000;

    /** Returns the limits of a deployment that configures none. */
    public static ReferenceLimits standard() {
        return of(Duration.ofDays(400), Duration.ofDays(30));
    }

    /** Returns limits with the durations that are given. */
    public static ReferenceLimits of(Duration remember, Duration await) {
        return new ReferenceLimits(remember, await, MOST_WAITING);
    }
}
