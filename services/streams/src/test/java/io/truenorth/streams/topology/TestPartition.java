package io.truenorth.streams.topology;

import io.truenorth.streams.customer.Relationships;
import io.truenorth.streams.store.CountingEntries;
import io.truenorth.streams.store.TestStores;
import io.truenorth.streams.store.WriteBehindStore;
import io.truenorth.streams.topology.TaskContext.Forwarded;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongSupplier;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The processors of a partition, with a log of each of its inputs. A transaction handles some records of these; it is
 * committed, or it fails and its records are handled again, on the state before.
 */
final class TestPartition {
    private static final int MOST_RECORDS = 6;

    /** The inputs of a partition. */
    enum Input {
        TOUCHPOINTS,
        MESSAGES,
        REQUESTS,
        IMPORTS
    }

    /** The key of the progress of the removal of mentions. */
    private static final Bytes SWEEP = Bytes.wrap(new byte[] {'v'});

    private final CountingEntries entries = new CountingEntries();
    private final WriteBehindStore<Relationships> store;
    private final TaskContext context;
    private final Map<Input, Deque<Record<byte[], byte[]>>> logs = new EnumMap<>(Input.class);
    private final FoldReceived received;
    private final FoldRekeyed rekeyed;
    private final ChangeIdentities requests;
    private final ImportLedgers imports;
    private long handled;

    TestPartition(int number, LongSupplier now, TouchpointProcessors processors) {
        store = TestStores.of(entries, processors.relationships().apply(entries));
        context = new TaskContext(number, now, store);
        received = init(processors.foldReceived());
        rekeyed = init(processors.foldRekeyed());
        requests = init(processors.changeIdentities());
        imports = init(processors.importLedgers());
        for (Input input : Input.values()) {
            logs.put(input, new ArrayDeque<>());
        }
    }

    private <P extends Processor<?, ?, byte[], Object>> P init(P processor) {
        processor.init(context.context());
        return processor;
    }

    CountingEntries entries() {
        return entries;
    }

    /** Returns the number of records handled, including those of failed transactions. */
    long handled() {
        return handled;
    }

    void append(Input input, byte[] key, byte[] value, long timestamp, Headers headers) {
        logs.get(input).add(new Record<>(key, value, timestamp, headers));
    }

    boolean hasInput() {
        return hasRecords() || entries.get(SWEEP) != null;
    }

    private boolean hasRecords() {
        return logs.values().stream().anyMatch(log -> !log.isEmpty());
    }

    /** Handles some records in one transaction; returns what it has sent. */
    List<Forwarded> commitSome(Random random) {
        handleSome(random);
        store.flushCache();
        entries.forgetWrites();
        return context.takeForwarded();
    }

    /** Handles some records in a transaction that fails. */
    void failSome(Random random) {
        Map<Bytes, byte[]> before = entries.content();
        Map<Input, Deque<Record<byte[], byte[]>>> unread = new EnumMap<>(Input.class);
        logs.forEach((input, log) -> unread.put(input, new ArrayDeque<>(log)));
        handleSome(random);
        if (random.nextBoolean()) {
            store.flushCache();
        }
        store.clearCache();
        entries.restore(before);
        logs.putAll(unread);
        context.takeForwarded();
    }

    private void handleSome(Random random) {
        if (!hasRecords() || random.nextInt(3) == 0) {
            store.buffer().forgetErased();
        }
        for (int left = 1 + random.nextInt(MOST_RECORDS); left > 0 && hasRecords(); left--) {
            List<Input> waiting = new ArrayList<>();
            logs.forEach((input, log) -> {
                if (!log.isEmpty()) {
                    waiting.add(input);
                }
            });
            handle(waiting.get(random.nextInt(waiting.size())));
        }
    }

    private void handle(Input input) {
        Record<byte[], byte[]> record = logs.get(input).remove();
        context.process(input.name(), handled++);
        switch (input) {
            case TOUCHPOINTS -> received.process(record);
            case MESSAGES -> rekeyed.process(record.withValue(record.value()));
            case REQUESTS -> requests.process(record);
            case IMPORTS -> imports.process(record);
        }
    }
}
