package io.truenorth.documents.history;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts how often each 64-bit hash occurred: an open-addressed table of the hashes, 12 to 24 bytes each, and a map of the few
 * that occurred more than once.
 */
final class OccurrenceCount {

    private long[] hashes = new long[1 << 10];
    private int size;
    private final Map<Long, Integer> repeated = new HashMap<>();

    /** Counts one more occurrence of a hash and returns how many there are now. */
    int increment(long hash) {
        // 0 marks a free slot.
        if (hash != 0 && addFirst(hash)) {
            return 1;
        }
        int first = hash == 0 ? 1 : 2;
        return repeated.merge(hash, first, (count, unused) -> count + 1);
    }

    private boolean addFirst(long hash) {
        int slot = slotOf(hash);
        if (hashes[slot] == hash) {
            return false;
        }
        hashes[slot] = hash;
        size++;
        if (size >= hashes.length / 3 * 2) {
            grow();
        }
        return true;
    }

    /** The slot of a hash, or the free one for it; the hashes are uniformly distributed. */
    private int slotOf(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) hash & mask;
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] old = hashes;
        hashes = new long[old.length * 2];
        for (long hash : old) {
            if (hash != 0) {
                hashes[slotOf(hash)] = hash;
            }
        }
    }
}
