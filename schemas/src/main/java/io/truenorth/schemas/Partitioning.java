package io.truenorth.schemas;

/** Whether the number of a topic's partitions must match other topics. */
public enum Partitioning {
    /** All such topics have the same number of partitions, since one task processes partition p of each. */
    AGREED,
    /** Any number of partitions. */
    FREE
}
