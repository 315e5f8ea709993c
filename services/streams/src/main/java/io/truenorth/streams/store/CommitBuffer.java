package io.truenorth.streams.store;

/**
 * The decoded, unwritten state of a partition on the heap, above its store. Confined to the partition's stream thread.
 */
public interface CommitBuffer {

    /**
     * Writes all unwritten state to the store and publishes the results, as part of the transaction about to be
     * committed. Called before each commit, often with nothing to write.
     */
    void writeOut();

    /** Discards all state, written or not, since the store is about to change. */
    void discard();

    /** Discards all state, since the store is about to close. It may be opened again. */
    default void close() {
        discard();
    }
}
