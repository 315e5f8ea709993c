package io.truenorth.producer;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** What became of the records that a producer has sent to one topic. Thread-safe. */
public final class Deliveries implements Callback {
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final Map<Integer, Long> ends = new ConcurrentHashMap<>();

    /** Creates the callback of a producer that has sent nothing yet. */
    public Deliveries() {}

    @Override
    public void onCompletion(RecordMetadata where, @Nullable Exception exception) {
        if (exception != null) {
            failure.compareAndSet(null, exception);
            return;
        }
        ends.merge(where.partition(), where.offset() + 1, Math::max);
    }

    /** Returns the first failure; empty if there was none so far. */
    public Optional<Exception> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** Returns, for each partition with a delivered record, the offset after the last one. */
    public Map<Integer, Long> ends() {
        return Map.copyOf(ends);
    }
}
