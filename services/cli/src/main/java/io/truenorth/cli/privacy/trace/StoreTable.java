package io.truenorth.cli.privacy.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileReader;
import org.rocksdb.SstFileReaderIterator;

/**
 * A table of RocksDB, read apart from its store: so it has what a later table deletes, and the store may be in use.
 */
final class StoreTable {
    static {
        RocksDB.loadLibrary();
    }

    private final Path path;

    StoreTable(Path path) {
        this.path = path;
    }

    /** Receives the entries of a table. */
    @FunctionalInterface
    interface Visitor {
        void visit(long number, byte[] key, byte[] value);
    }

    /**
     * Passes all entries to a visitor.
     *
     * @throws NoSuchFileException if the store has deleted the table
     * @throws IOException if it cannot be read
     */
    void forEachEntry(Visitor visitor) throws IOException {
        try (Options options = new Options();
                SstFileReader table = new SstFileReader(options);
                ReadOptions reading = new ReadOptions()) {
            table.open(path.toString());
            try (SstFileReaderIterator entries = table.newIterator(reading)) {
                long number = 0;
                for (entries.seekToFirst(); entries.isValid(); entries.next()) {
                    visitor.visit(number++, entries.key(), entries.value());
                }
                entries.status();
            }
        } catch (RocksDBException e) {
            if (!Files.exists(path)) {
                throw new NoSuchFileException(path.toString());
            }
            throw new IOException("no table of RocksDB, or a damaged one: " + e.getMessage(), e);
        }
    }
}
