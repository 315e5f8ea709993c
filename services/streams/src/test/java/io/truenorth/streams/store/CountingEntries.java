package io.truenorth.streams.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** In-memory entries that record what was written to them. */
public final class CountingEntries implements KeyValueStore<Bytes, byte[]> {
    private final TreeMap<Bytes, byte[]> entries = new TreeMap<>();
    private final List<Bytes> written = new ArrayList<>();
    private long reads;

    /** Returns the number of look-ups and ranges read. */
    public long reads() {
        return reads;
    }

    public int writes() {
        return written.size();
    }

    /** Keys of months have the most parts: kind, customer, identity, number. */
    public long writesOfMonths() {
        return written.stream()
                .filter(key -> key.get()[0] == 'c')
                .filter(key -> isMonth(key.get()))
                .count();
    }

    private static boolean isMonth(byte[] key) {
        return key[key.length - 2] != 0 || key[key.length - 1] != 1;
    }

    public void forgetWrites() {
        written.clear();
    }

    /** Returns a copy of the entries. */
    public Map<Bytes, byte[]> content() {
        return new TreeMap<>(entries);
    }

    /** Replaces the entries, as when a store is restored. */
    public void restore(Map<Bytes, byte[]> content) {
        entries.clear();
        entries.putAll(content);
    }

    @Override
    public void put(Bytes key, byte[] value) {
        written.add(key);
        if (value == null) {
            entries.remove(key);
        } else {
            entries.put(key, value);
        }
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> all) {
        all.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public byte[] get(Bytes key) {
        reads++;
        return entries.get(key);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        reads++;
        var range = new ArrayList<>(entries.subMap(from, true, to, true).entrySet()).iterator();
        return new KeyValueIterator<>() {
            @Override
            public void close() {}

            @Override
            public Bytes peekNextKey() {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean hasNext() {
                return range.hasNext();
            }

            @Override
            public KeyValue<Bytes, byte[]> next() {
                var entry = range.next();
                return KeyValue.pair(entry.getKey(), entry.getValue());
            }
        };
    }

    @Override
    public byte[] putIfAbsent(Bytes key, byte[] value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] delete(Bytes key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long approximateNumEntries() {
        return entries.size();
    }

    @Override
    public String name() {
        return "entries";
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {}

    @Override
    public void close() {}

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return true;
    }
}
