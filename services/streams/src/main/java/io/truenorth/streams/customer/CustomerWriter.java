package io.truenorth.streams.customer;

import io.truenorth.identity.joining.IdentityRanking;
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
     * Writes a customer that was scored, atomically with respect to concurrent readers: one record as a rule, and the blocks
     * of a ledger whose tail has grown.
     */
    void write(LiveCustomer customer) {
        deleteBlocks(customer);
        customer.moveTailsToBlocks((identity, month, bytes) ->
                changes.add(KeyValue.pair(CustomerKeys.block(customer.id(), identity, month), bytes)));
        moveDue(customer);
        writeHeader(customer.id(), customer.header());
        if (changes.size() >= MOST_AT_ONCE) {
            flush();
        }
    }

    @SuppressWarnings("NullAway") // a null value deletes the entry
    private void writeHeader(String customer, CustomerHeader header) {
        changes.add(KeyValue.pair(
                CustomerKeys.header(customer), header.isEmpty() ? null : CustomerHeaderFormat.write(header)));
    }

    @SuppressWarnings("NullAway") // a null value deletes the entry
    private void deleteBlocks(LiveCustomer customer) {
        customer.takeRemovedBlocks()
                .forEach(block -> changes.add(
                        KeyValue.pair(CustomerKeys.block(customer.id(), block.identity(), block.month()), null)));
    }

    /**
     * Moves the customer in the due index only if they are due earlier than indexed. Otherwise they are visited too early,
     * once, and indexed anew then ({@link LiveCustomer#visited}).
     */
    @SuppressWarnings("NullAway") // a null value deletes the entry
    private void moveDue(LiveCustomer customer) {
        OptionalLong indexed = customer.indexedAt();
        OptionalLong due = customer.dueAt();
        boolean staysIndexed = indexed.isPresent() && (due.isEmpty() || indexed.getAsLong() <= due.getAsLong());
        if (staysIndexed && !customer.isVisited()) {
            return;
        }
        indexed.ifPresent(time -> changes.add(KeyValue.pair(CustomerKeys.due(time, customer.id()), null)));
        due.ifPresent(time -> changes.add(KeyValue.pair(CustomerKeys.due(time, customer.id()), NOTHING_MORE)));
        customer.markIndexed(due);
    }

    void write(TouchpointCounters counters) {
        entries.put(CustomerKeys.counters(), counters.toBytes());
    }

    void write(JoinCounters joins) {
        entries.put(CustomerKeys.joinCounters(), joins.toBytes());
    }

    void write(IdentityRanking ranking) {
        entries.put(CustomerKeys.ranking(), RankingFormat.write(ranking));
    }

    void write(ImportCounters imports) {
        entries.put(CustomerKeys.importCounters(), imports.toBytes());
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
