package io.truenorth.streams.store;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.internals.RocksDbMemtables;
import org.apache.kafka.streams.state.internals.WrappedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * A store that is written once per commit. Entries are kept in an inner key-value store with a changelog; a {@link
 * CommitBuffer} on the heap is written out whenever Kafka Streams prepares to commit.
 *
 * <p>This is the only class of Truenorth that overrides internals of Kafka Streams: {@code flushCache()} (of {@link
 * WrappedStateStore}) is called before the producer is flushed and the transaction committed, whereas the public {@code
 * commit(offsets)} of a store is called after the transaction. What the buffer publishes, at that time or earlier, is
 * forwarded by one processor, which must then be Kafka Streams' current node.
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

    /** Returns the buffer; for the partition's stream thread only. */
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

    /** Sets the processor that publishes; must be called in its {@code init}, while it is the current node. */
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
        if (streams != null) {
            asPublisher(streams, buffer::writeOut);
        }
    }

    /** Runs something that publishes, whichever processor is current. */
    public void asPublisher(Runnable publishing) {
        InternalProcessorContext<?, ?> streams = context;
        if (streams == null) {
            throw new IllegalStateException("no processor publishes from this store");
        }
        asPublisher(streams, publishing);
    }

    private void asPublisher(InternalProcessorContext<?, ?> streams, Runnable publishing) {
        ProcessorNode<?, ?, ?, ?> current = streams.currentNode();
        streams.setCurrentNode(publisher);
        try {
            publishing.run();
        } finally {
            streams.setCurrentNode(current);
        }
    }

    /** Writes what RocksDB has in memory of the entries to its files. What the buffer has not written out is not in it. */
    public void writeFiles() {
        RocksDbMemtables.flush(this);
    }

    @Override
    public void clearCache() {
        buffer.discard();
    }

    @Override
    public void close() {
        buffer.close();
        super.close();
    }
}
