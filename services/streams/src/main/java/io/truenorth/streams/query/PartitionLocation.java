package io.truenorth.streams.query;

import io.truenorth.streams.customer.CustomerQueries;
import java.net.URI;

/** Where a partition lives. */
public sealed interface PartitionLocation {

    /**
     * In this process.
     *
     * @param queries to the partition
     * @param epoch names this stay of the partition in this process; another stay has another name
     */
    record Local(CustomerQueries queries, String epoch) implements PartitionLocation {}

    /**
     * In another process.
     *
     * @param address where that one answers
     */
    record Remote(URI address) implements PartitionLocation {}
}
