package io.truenorth.streams.store;

/**
 * What a partition keeps decoded on the heap over its store. Belongs to the stream thread that owns the partition; no other
 * thread may touch it.
 */
public interface CommitBuffer {

    /**
     * Streams is about to commit: write everything that is not written yet to the store, and publish what follows of it.
     * Both belong to the transaction that is committed next. Called often with nothing to do.
     */
    void writeOut();

    /** The store changes under the buffer, or goes: forget everything, written or not. */
    void discard();
}
