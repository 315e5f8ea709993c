package io.truenorth.relationship;

import java.util.function.LongConsumer;

/** Runs a property over many seeds and names the seed of the first failure, so that it can be repeated. */
public final class Seeds {

    private Seeds() {}

    /** Tries the seeds 0 to {@code count} − 1. */
    public static void each(int count, LongConsumer property) {
        for (long seed = 0; seed < count; seed++) {
            try {
                property.accept(seed);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("the property fails for seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
