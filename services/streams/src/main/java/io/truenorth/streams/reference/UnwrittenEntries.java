package io.truenorth.streams.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** A store with changes that are written in batches, since a write has a high fixed cost. */
final class UnwrittenEntries {
    /** The value of a key that says all. */
    static final byte[] NO_VALUE = new byte[0];

    private static final int MOST_CHANGES = 1_000;
    private static final long MOST_BYTES = 4L << 20;

    private final KeyValueStore<Bytes, byte[]> entries;
    /** The new values by key; empty for an entry that is removed. */
    private final Map<Bytes, Optional<byte[]>> changes = new LinkedHashMap<>();

    private long bytes;

    UnwrittenEntries(KeyValueStore<Bytes, byte[]> entries) {
        this.entries = entries;
    }

    Optional<byte[]> get(Bytes key) {
        Optional<byte[]> changed = changes.get(key);
        return changed == null ? Optional.ofNullable(entries.get(key)) : changed;
    }

    /** Returns the entries in a range of keys, as of now. */
    KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        flush();
        return entries.range(from, to);
    }

    void put(Bytes key, byte[] value) {
        change(key, Optional.of(value));
    }

    void remove(Bytes key) {
        change(key, Optional.empty());
    }

    private void change(Bytes key, Optional<byte[]> value) {
        changes.put(key, value);
        bytes += value.map(content -> content.length).orElse(0);
        if (changes.size() >= MOST_CHANGES || bytes >= MOST_BYTES) {
            flush();
        }
    }

    @SuppressWarnings("NullAway") // a null value deletes the entry
    void flush() {
        if (changes.isEmpty()) {
            return;
        }
        List<KeyValue<Bytes, byte[]>> batch = new ArrayList<>(changes.size());
        changes.forEach((key, value) -> batch.add(KeyValue.pair(key, value.orElse(null))));
        entries.putAll(batch);
        discard();
    }

    void discard() {
        changes.clear();
        bytes = 0;
    }
}
