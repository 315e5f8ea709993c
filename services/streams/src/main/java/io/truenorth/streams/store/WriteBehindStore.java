package io.truenorth.streams.store;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * A store that is written once per commit. The entries live in an inner key-value store with a changelog; over it, on the
 * heap, lives a {@link CommitBuffer} that is written out exactly when Streams prepares to commit.
 *
 * <p>It uses internals of Kafka Streams, as one other class of Truenorth does to query it: {@code flushCache()} (by way of {@link
 * WrappedStateStore}) is called before the producer is flushed and the transaction committed, whereas the public {@code
 * commit(offsets)} of a store comes after the transaction. What is published from {@code flushCache()} is forwarded from
 * the processor that asked for it, which Streams has to be told.
 *
 * @param <B> the buffer
 */
public final class WriteBehindStore<B extends CommitBuffer>
        extends WrappedStateStore<KeyValueStore<Bytes, byte[]>, byte[], byte[]> implements WrittenEntries {
    private final B buffer;
    private final long epoch;
    private @Nullable InternalProcessorContext<?, ?> context;
    private @Nullable ProcessorNode<?, ?, ?, ?> publisher;

    WriteBehindStore(KeyValueStore<Bytes, byte[]> entries, B buffer, long epoch) {
        super(entries);
        this.buffer = buffer;
        this.epoch = epoch;
    }

    /** What is on the heap; for the stream thread that owns the partition. */
    public B buffer() {
        return buffer;
    }

    @Override
    public ReadOnlyKeyValueStore<Bytes, byte[]> entries() {
        return wrapped();
    }

    @Override
    public long epoch() {
        return epoch;
    }

    /** Publish from this processor: called in its {@code init}, which is the moment when Streams names it as current. */
    public void publishFrom(ProcessingContext processor) {
        context = (InternalProcessorContext<?, ?>) processor;
        publisher = context.currentNode();
    }

    @Override
    public void init(StateStoreContext stateStoreContext, StateStore root) {
        buffer.discard();
        super.init(stateStoreContext, root);
    }

    @Override
    public void flushCache() {
        InternalProcessorContext<?, ?> streams = context;
        if (streams == null) {
            return;
        }
        ProcessorNode<?, ?, ?, ?> current = streams.currentNode();
        streams.setCurrentNode(publisher);
        try {
            buffer.writeOut();
        } finally {
            streams.setCurrentNode(current);
        }
    }

    @Override
    public void clearCache() {
        buffer.discard();
    }

    @Override
    public void close() {
        buffer.discard();
        super.close();
    }
}
