package org.apache.kafka.streams.state.internals;

import org.apache.kafka.streams.errors.ProcessorStateException;
import org.jspecify.annotations.NullMarked;
import org.rocksdb.RocksDBException;

/**
 * Writes what stores have in memory to their files. Kafka Streams never does: {@code flush} and {@code commit} of a store do
 * not reach RocksDB's memtables, and what would is visible in this package alone.
 */
@NullMarked
public final class RocksDbMemtables {
    private RocksDbMemtables() {}

    /**
     * Writes the memtables of a store; one that is not kept by RocksDB has none. Entries and offsets are written together, as
     * RocksDB does of its own accord: entries without the mark that the store is open would be taken for those of a clean
     * stop after a crash.
     *
     * @param store a store that is open, above the one kept by RocksDB; called on its stream thread
     */
    public static void flush(WrappedStateStore<?, ?, ?> store) {
        RocksDBStore files = store.findInner(RocksDBStore.class);
        if (files == null) {
            return;
        }
        RocksDBStore.SingleColumnFamilyAccessor families = (RocksDBStore.SingleColumnFamilyAccessor) files.cfAccessor;
        try {
            files.dbAccessor.flush(families.columnFamily(), families.offsetColumnFamilyHandle());
        } catch (RocksDBException e) {
            throw new ProcessorStateException("the memtables of store " + files.name() + " could not be written", e);
        }
    }
}
