package io.truenorth.relationship;

import java.util.function.LongConsumer;

/** Checks a property for many seeds and reports the first seed that fails, so that the failure can be reproduced. */
public final class Seeds {

    private Seeds() {}

    /** Runs the property for the seeds 0 to {@code count} − 1. */
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
