package io.truenorth.streams.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Writes customers, the due index and the counters of one partition. Customers are written in batches, since a write to
 * the store has a high fixed cost; see {@link #flush}.
 */
final class CustomerWriter {
    private static final byte[] NOTHING_MORE = new byte[0];
    private static final int MOST_AT_ONCE = 1_000;

    private final KeyValueStore<Bytes, byte[]> entries;
    private final List<KeyValue<Bytes, byte[]>> changes = new ArrayList<>();

    CustomerWriter(KeyValueStore<Bytes, byte[]> entries) {
        this.entries = entries;
    }

    /**
     * Writes the changed months, the header and the due index of a customer, atomically with respect to concurrent
     * readers.
     */
    void write(LiveCustomer customer, CustomerHeader header) {
        customer.forEachUnwrittenMonth((identity, month, bytes) ->
                changes.add(KeyValue.pair(CustomerKeys.month(customer.id(), identity, month), bytes)));
        changes.add(KeyValue.pair(CustomerKeys.header(customer.id()), CustomerHeaderFormat.write(header)));
        moveDue(customer, header.dueAt());
        if (changes.size() >= MOST_AT_ONCE) {
            flush();
        }
    }

    @SuppressWarnings("NullAway") // a null value deletes the entry
    private void moveDue(LiveCustomer customer, OptionalLong dueAt) {
        if (customer.dueAt().equals(dueAt)) {
            return;
        }
        customer.dueAt().ifPresent(time -> changes.add(KeyValue.pair(CustomerKeys.due(time, customer.id()), null)));
        dueAt.ifPresent(time -> changes.add(KeyValue.pair(CustomerKeys.due(time, customer.id()), NOTHING_MORE)));
    }

    void write(TouchpointCounters counters) {
        entries.put(CustomerKeys.counters(), counters.toBytes());
    }

    /** Writes the batch. Must be called before the next read and before Kafka Streams commits. */
    void flush() {
        if (!changes.isEmpty()) {
            entries.putAll(changes);
            changes.clear();
        }
    }

    /** Discards the batch. */
    void discard() {
        changes.clear();
    }
}
