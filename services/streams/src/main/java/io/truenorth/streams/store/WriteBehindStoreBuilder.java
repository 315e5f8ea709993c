package io.truenorth.streams.store;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Builds a {@link WriteBehindStore} per partition, always with a changelog and never with Kafka Streams' record cache.
 *
 * @param <B> the buffer
 */
public final class WriteBehindStoreBuilder<B extends CommitBuffer> implements StoreBuilder<WriteBehindStore<B>> {
    private final StoreBuilder<KeyValueStore<Bytes, byte[]>> entries;
    private final Function<KeyValueStore<Bytes, byte[]>, B> newBuffer;
    private final AtomicLong incarnations = new AtomicLong();

    /**
     * Creates a builder.
     *
     * @param supplier of the inner stores; its name is the store's
     * @param newBuffer creates the buffer of one partition on its entries
     */
    public WriteBehindStoreBuilder(
            KeyValueBytesStoreSupplier supplier, Function<KeyValueStore<Bytes, byte[]>, B> newBuffer) {
        this.entries = Stores.keyValueStoreBuilder(supplier, Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled();
        this.newBuffer = newBuffer;
    }

    @Override
    public WriteBehindStore<B> build() {
        KeyValueStore<Bytes, byte[]> inner = entries.build();
        return new WriteBehindStore<>(inner, newBuffer.apply(inner), incarnations.incrementAndGet());
    }

    @Override
    public StoreBuilder<WriteBehindStore<B>> withCachingEnabled() {
        throw new UnsupportedOperationException("a write-behind store cannot be cached: it is its own cache");
    }

    @Override
    public StoreBuilder<WriteBehindStore<B>> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<WriteBehindStore<B>> withLoggingEnabled(Map<String, String> config) {
        entries.withLoggingEnabled(config);
        return this;
    }

    @Override
    public StoreBuilder<WriteBehindStore<B>> withLoggingDisabled() {
        throw new UnsupportedOperationException(
                "a write-behind store needs its changelog: without one it would lose its content");
    }

    @Override
    public Map<String, String> logConfig() {
        return entries.logConfig();
    }

    @Override
    public boolean loggingEnabled() {
        return true;
    }

    @Override
    public String name() {
        return entries.name();
    }
}
