package io.truenorth.streams.customer;

import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads the store of customers for tests. */
public final class CustomerStates {
    private CustomerStates() {}

    public static TouchpointCounters counters(ReadOnlyKeyValueStore<Bytes, byte[]> entries) {
        return new CustomerReader(entries, 30_000).counters();
    }

    /** Returns the number of customers due until a time. */
    public static long dueUntil(ReadOnlyKeyValueStore<Bytes, byte[]> entries, Instant moment) {
        return new CustomerReader(entries, 30_000)
                .due(Long.MIN_VALUE, moment.toEpochMilli(), Integer.MAX_VALUE)
                .size();
    }
}
