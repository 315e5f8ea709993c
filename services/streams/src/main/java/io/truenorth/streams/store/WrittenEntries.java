package io.truenorth.streams.store;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The written entries of one partition. Thread-safe, while the partition is on this instance. */
public interface WrittenEntries {

    /** Returns the written entries. They may include the uncommitted writes of the current transaction. */
    ReadOnlyKeyValueStore<Bytes, byte[]> entries();

    /** Returns a number that identifies the current assignment of the partition; unique within the process. */
    long epoch();
}
