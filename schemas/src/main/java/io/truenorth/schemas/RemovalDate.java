package io.truenorth.schemas;

import java.time.Instant;

/** The date on a receipt by which the last trace of an erased customer in a place is gone. */
public final class RemovalDate {
    /** The date of a place that keeps its records without a limit: the end of the year 9999, epoch ms. */
    public static final long NEVER = Instant.parse("9999-12-31T23:59:59Z").toEpochMilli();

    private RemovalDate() {}

    /** Whether a date, epoch ms, says that the records are kept without a limit. */
    public static boolean isNever(long goneBy) {
        return goneBy >= NEVER;
    }
}
