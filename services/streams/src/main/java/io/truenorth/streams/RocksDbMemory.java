package io.truenorth.streams;

import io.truenorth.streams.topology.StreamsTopology;
import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.NullUnmarked;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * The off-heap memory shared by all stores of a process: block cache, indexes, filters and memtables. By default, each
 * store would allocate its own.
 */
public final class RocksDbMemory implements AutoCloseable {
    static final String CONFIG = "truenorth.rocksdb.memory";

    private static final int PARTS_FOR_WRITING = 3;
    private static final int SHARDS_FROM_SIZE = -1;
    private static final double FOR_INDEXES = 0.1;

    static {
        RocksDB.loadLibrary();
    }

    private final Cache blocks;
    private final WriteBufferManager unwritten;

    /**
     * Allocates the shared cache.
     *
     * @param bytes maximum size
     */
    public RocksDbMemory(long bytes) {
        blocks = new LRUCache(bytes, SHARDS_FROM_SIZE, false, FOR_INDEXES);
        unwritten = new WriteBufferManager(bytes / PARTS_FOR_WRITING, blocks);
    }

    /** Releases the memory; must be called after the last store is closed. */
    @Override
    public void close() {
        unwritten.close();
        blocks.close();
    }

    /** Makes a store use the memory passed in its configuration; instantiated by Kafka Streams for each store. */
    @NullUnmarked
    public static final class Setter implements RocksDBConfigSetter {

        /** Instantiated by Kafka Streams. */
        public Setter() {}

        @Override
        public void setConfig(String storeName, Options options, Map<String, Object> configs) {
            RocksDbMemory memory = (RocksDbMemory) configs.get(CONFIG);
            BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
            table.setBlockCache(memory.blocks);
            table.setCacheIndexAndFilterBlocks(true);
            table.setCacheIndexAndFilterBlocksWithHighPriority(true);
            table.setPinTopLevelIndexAndFilter(true);
            options.setTableFormatConfig(table);
            options.setWriteBufferManager(memory.unwritten);
            // What was deleted is gone from the files after that time, as a receipt of an erasure says.
            options.setPeriodicCompactionSeconds(
                    StreamsTopology.storeFileAge(configs).toSeconds());
            // The list of files has their first and last keys: it is written anew with every change, without those of
            // former files.
            options.setMaxManifestFileSize(1);
        }

        @Override
        public void close(String storeName, Options options) {
            // The memory is shared and outlives the store.
        }
    }
}
