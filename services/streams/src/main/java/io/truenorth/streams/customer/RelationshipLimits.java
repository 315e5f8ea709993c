package io.truenorth.streams.customer;

/**
 * How much a partition takes.
 *
 * @param maxEventsPerDay how many events of one customer's day are counted; the rest is rejected
 * @param cacheBytes how much of its customers a partition keeps decoded: one for each customer and one for each event
 * @param dueBatch how many customers who are due are looked at in one go
 */
public record RelationshipLimits(int maxEventsPerDay, long cacheBytes, int dueBatch) {
    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if one is not above 0
     */
    public RelationshipLimits {
        require("eventsOfDay", maxEventsPerDay);
        require("heapWeight", cacheBytes);
        require("dueBatch", dueBatch);
    }

    private static void require(String name, long limit) {
        if (limit < 1) {
            throw new IllegalArgumentException(name + ": expected 1 or more, was " + limit);
        }
    }
}
