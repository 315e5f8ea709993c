package io.truenorth.streams.topology;

import io.truenorth.streams.customer.Relationships;
import io.truenorth.streams.store.WriteBehindStore;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;

/**
 * What processors see of the task of a partition. What they forward is collected. Kafka's own test driver and mock context
 * have one partition, and no place from which a store publishes.
 */
final class TaskContext {
    private final int partition;
    private final LongSupplier now;
    private final WriteBehindStore<Relationships> store;
    private final List<Forwarded> forwarded = new ArrayList<>();
    private final InternalProcessorContext<byte[], Object> context;
    private Optional<ProcessorRecordContext> record = Optional.empty();

    /**
     * A record that a processor forwarded.
     *
     * @param record the record
     * @param output where it goes
     */
    record Forwarded(Record<byte[], Object> record, String output) {}

    @SuppressWarnings("unchecked")
    TaskContext(int partition, LongSupplier now, WriteBehindStore<Relationships> store) {
        this.partition = partition;
        this.now = now;
        this.store = store;
        context = (InternalProcessorContext<byte[], Object>) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {InternalProcessorContext.class},
                (proxy, method, arguments) -> answer(method, arguments));
    }

    InternalProcessorContext<byte[], Object> context() {
        return context;
    }

    /** Sets the place of the record that is processed next. */
    void process(String topic, long offset) {
        record =
                Optional.of(new ProcessorRecordContext(now.getAsLong(), offset, partition, topic, new RecordHeaders()));
    }

    /** Returns and forgets what was forwarded. */
    List<Forwarded> takeForwarded() {
        List<Forwarded> taken = List.copyOf(forwarded);
        forwarded.clear();
        return taken;
    }

    @SuppressWarnings("unchecked")
    private Object answer(Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "taskId" -> new TaskId(0, partition);
            case "getStateStore" -> store;
            case "schedule" -> (Cancellable) () -> {};
            case "recordMetadata" -> record;
            case "currentSystemTimeMs" -> now.getAsLong();
            case "applicationId" -> "truenorth-test";
            case "currentNode", "setCurrentNode", "commit" -> null;
            case "forward" -> {
                forwarded.add(new Forwarded((Record<byte[], Object>) arguments[0], (String) arguments[1]));
                yield null;
            }
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }
}
