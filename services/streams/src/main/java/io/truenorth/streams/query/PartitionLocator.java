package io.truenorth.streams.query;

/**
 * Tells where customers and partitions live. Each question may end in a {@code 503} problem, while partitions move or are
 * restored.
 */
public interface PartitionLocator {

    /** Where a customer lives, known or not. */
    PartitionLocation ofCustomer(String customer);

    /** Where a partition lives. */
    PartitionLocation ofPartition(int partition);

    /** How many partitions there are. */
    int partitions();
}
