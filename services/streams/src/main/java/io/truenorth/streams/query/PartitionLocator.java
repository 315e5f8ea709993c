package io.truenorth.streams.query;

/**
 * Finds the instance that has a partition. While partitions move or are restored every method may end in a {@code 503} problem.
 */
public interface PartitionLocator {

    /** Where the partition of a customer is, known or not. */
    PartitionLocation ofCustomer(String customer);

    /** Where a partition is. */
    PartitionLocation ofPartition(int partition);

    /** How many partitions there are. */
    int partitions();
}
