package io.truenorth.schemas;

/** Whether the number of a topic's partitions is its own affair. */
public enum Partitioning {
    /** All topics that say so have the same number of partitions, as one task owns partition p of each. */
    AGREED,
    /** Any number will do. */
    FREE
}
