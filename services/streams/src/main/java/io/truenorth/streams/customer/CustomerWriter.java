package io.truenorth.streams.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;

/** Writes customers, the due-index and the counters of one partition. */
final class CustomerWriter {
    private static final byte[] NOTHING_MORE = new byte[0];

    private final KeyValueStore<Bytes, byte[]> entries;

    CustomerWriter(KeyValueStore<Bytes, byte[]> entries) {
        this.entries = entries;
    }

    /** Writes a customer in one step, as other threads read meanwhile: the changed months, the header, the due-index. */
    void write(LiveCustomer customer, CustomerHeader header) {
        List<KeyValue<Bytes, byte[]>> changes = new ArrayList<>();
        customer.forEachUnwrittenMonth((identity, month) -> changes.add(
                KeyValue.pair(CustomerKeys.month(customer.id(), identity, month.number()), month.toBytes())));
        changes.add(KeyValue.pair(CustomerKeys.header(customer.id()), CustomerHeaderFormat.write(header)));
        moveDue(changes, customer, header.dueAt());
        entries.putAll(changes);
    }

    @SuppressWarnings("NullAway") // a null value deletes the entry
    private static void moveDue(List<KeyValue<Bytes, byte[]>> changes, LiveCustomer customer, OptionalLong dueAt) {
        if (customer.dueAt().equals(dueAt)) {
            return;
        }
        customer.dueAt().ifPresent(time -> changes.add(KeyValue.pair(CustomerKeys.due(time, customer.id()), null)));
        dueAt.ifPresent(time -> changes.add(KeyValue.pair(CustomerKeys.due(time, customer.id()), NOTHING_MORE)));
    }

    void write(TouchpointCounters counters) {
        entries.put(CustomerKeys.counters(), counters.toBytes());
    }
}
