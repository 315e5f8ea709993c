package io.truenorth.streams.customer;

/**
 * The limits of a partition.
 *
 * @param maxEventsPerDay maximum number of events counted per customer and day; further events are rejected
 * @param cacheWeight maximum weight of decoded customers: one unit per customer and one per event
 * @param dueBatch maximum number of due customers rescored at once
 */
public record RelationshipLimits(int maxEventsPerDay, long cacheWeight, int dueBatch) {
    /**
     * Validates the limits.
     *
     * @throws IllegalArgumentException if a limit is not above 0
     */
    public RelationshipLimits {
        require("maxEventsPerDay", maxEventsPerDay);
        require("cacheWeight", cacheWeight);
        require("dueBatch", dueBatch);
    }

    private static void require(String name, long limit) {
        if (limit < 1) {
            throw new IllegalArgumentException(name + ": expected 1 or more, was " + limit);
        }
    }
}
