package io.truenorth.streams.store;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** What one partition has written; for any thread, as long as the partition is here. */
public interface WrittenEntries {

    /** What is written. It may be ahead of the last commit by what the next one holds. */
    ReadOnlyKeyValueStore<Bytes, byte[]> entries();

    /** Which coming of the partition to this process it is; never the same number twice in a process. */
    long epoch();
}
