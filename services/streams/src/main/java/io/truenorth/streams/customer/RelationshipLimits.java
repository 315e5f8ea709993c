package io.truenorth.streams.customer;

import io.truenorth.streams.reference.ReferenceLimits;

/**
 * The limits of the relationships.
 *
 * @param maxEventsPerDay maximum number of events counted per customer and day; further events are rejected
 * @param cacheBytes heap for the decoded customers of all partitions of the process, in bytes
 * @param dueBatch maximum number of due customers rescored at once
 * @param reactionWindow maximum time from the delivery of a message to the reaction of a machine, ms; 0 if no reaction is a
 *     machine's
 * @param references the limits of references
 */
public record RelationshipLimits(
        int maxEventsPerDay, long cacheBytes, int dueBatch, long reactionWindow, ReferenceLimits references) {
    /**
     * Validates the limits.
     *
     * @throws IllegalArgumentException if a limit is not above 0, or the window is negative
     */
    public RelationshipLimits {
        require("maxEventsPerDay", maxEventsPerDay);
        require("cacheBytes", cacheBytes);
        require("dueBatch", dueBatch);
        if (reactionWindow < 0) {
            throw new IllegalArgumentException("reactionWindow: expected 0 or more, was " + reactionWindow);
        }
    }

    /** Creates limits with the standard ones of references. */
    public RelationshipLimits(int maxEventsPerDay, long cacheBytes, int dueBatch, long reactionWindow) {
        this(maxEventsPerDay, cacheBytes, dueBatch, reactionWindow, ReferenceLimits.standard());
    }

    private static void require(String name, long limit) {
        if (limit < 1) {
            throw new IllegalArgumentException(name + ": expected 1 or more, was " + limit);
        }
    }
}
