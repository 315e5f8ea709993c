package io.truenorth.streams.customer;

import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * How far some work on a partition has come, in an entry of the store, so that it goes on after a restart. It is read once, and
 * written at each change. Confined to the partition's stream thread.
 *
 * @param <P> the progress
 */
final class StoredProgress<P> {
    private final KeyValueStore<Bytes, byte[]> entries;
    private final Bytes key;
    private final Function<P, byte[]> toBytes;
    private final Function<byte[], P> fromBytes;
    private @Nullable P progress;
    private boolean isRead;

    StoredProgress(
            KeyValueStore<Bytes, byte[]> entries,
            Bytes key,
            Function<P, byte[]> toBytes,
            Function<byte[], P> fromBytes) {
        this.entries = entries;
        this.key = key;
        this.toBytes = toBytes;
        this.fromBytes = fromBytes;
    }

    /** Returns the progress; null if there is nothing to do. */
    @Nullable
    P get() {
        if (!isRead) {
            byte[] stored = entries.get(key);
            progress = stored == null ? null : fromBytes.apply(stored);
            isRead = true;
        }
        return progress;
    }

    void set(P now) {
        write(now, toBytes.apply(now));
    }

    /** Tells that nothing is left to do. */
    @SuppressWarnings("NullAway") // a null value deletes the entry
    void end() {
        write(null, null);
    }

    private void write(@Nullable P now, byte[] bytes) {
        progress = now;
        isRead = true;
        entries.put(key, bytes);
    }

    /** Discards what was read, since the store is about to change. */
    void discard() {
        isRead = false;
    }
}
