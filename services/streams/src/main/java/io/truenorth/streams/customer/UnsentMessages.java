package io.truenorth.streams.customer;

import io.truenorth.streams.identity.JoinMessage;
import io.truenorth.streams.identity.JoinMessageBatch;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Messages of the current transaction. They are seen when it is committed, and are sent then, or when there are many: those to
 * one partition together, in the order in which they were added.
 */
final class UnsentMessages {
    /** Some ten touchpoints: thousands of records may be buffered for each partition, and each pair has one here. */
    private static final int FULL_BYTES = 4_096;

    private final SortedMap<Integer, JoinMessageBatch> byPartition = new TreeMap<>();

    /**
     * Adds a message.
     *
     * @param partition of the message's key
     * @param causedAt the time of the record that caused it, epoch ms
     * @param output receives the messages to the partition, if there are many
     */
    void add(int partition, JoinMessage message, long causedAt, Consumer<JoinMessageBatch> output) {
        JoinMessageBatch batch =
                byPartition.computeIfAbsent(partition, first -> new JoinMessageBatch(message.key()));
        batch.add(message, causedAt);
        if (batch.size() >= FULL_BYTES) {
            byPartition.remove(partition);
            output.accept(batch);
        }
    }

    /** Sends all messages. */
    void sendAll(Consumer<JoinMessageBatch> output) {
        byPartition.values().forEach(output);
        byPartition.clear();
    }

    /** Forgets all messages, as their transaction is aborted. */
    void discard() {
        byPartition.clear();
    }
}
