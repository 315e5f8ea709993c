package io.truenorth.documents.history;

/** Counts how often each 64-bit hash was seen, in some twenty bytes a hash: an open-addressed table of two arrays. */
final class OccurrenceCount {

    private long[] hashes = new long[1 << 10];
    private int[] counts = new int[1 << 10];
    private int size;

    /** Counts a hash once more and tells how often it has been counted. */
    int increment(long hash) {
        int slot = slotOf(hash);
        if (counts[slot] == 0) {
            if (size >= hashes.length / 3 * 2) {
                grow();
                slot = slotOf(hash);
            }
            size++;
            hashes[slot] = hash;
        }
        return ++counts[slot];
    }

    /** The slot of a hash or, where it has none yet, the free one it would take; the hashes are evenly spread as such. */
    private int slotOf(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) hash & mask;
        while (counts[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldCounts = counts;
        hashes = new long[oldHashes.length * 2];
        counts = new int[oldCounts.length * 2];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slotOf(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
