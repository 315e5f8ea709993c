package io.truenorth.streams.query;

import io.truenorth.streams.customer.CustomerQueries;
import java.net.URI;

/** Where a partition lives. */
public sealed interface Home {

    /**
     * In this process.
     *
     * @param queries to the partition
     * @param tenure names this stay of the partition in this process; another stay has another name
     */
    record Here(CustomerQueries queries, String tenure) implements Home {}

    /**
     * In another process.
     *
     * @param address where that one answers
     */
    record Elsewhere(URI address) implements Home {}
}
