package io.truenorth.streams.query;

import io.truenorth.streams.customer.CustomerQueries;
import java.net.URI;

/** Where a partition is. */
public sealed interface PartitionLocation {

    /**
     * In this process.
     *
     * @param queries to the partition
     * @param epoch identifies this assignment of the partition to this process; changes with each assignment
     */
    record Local(CustomerQueries queries, String epoch) implements PartitionLocation {}

    /**
     * In another process.
     *
     * @param address of its HTTP server
     */
    record Remote(URI address) implements PartitionLocation {}
}
