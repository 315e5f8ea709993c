package io.truenorth.relationship.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers the keys of sums: each key gets the next slot, from 0, at its first use and keeps it. A slot's rank is its
 * position in the order of the keys.
 *
 * @param <K> the keys
 */
final class Slots<K extends Comparable<K>> {

    private final List<K> keys = new ArrayList<>(4);
    private int[] byRank = new int[4];

    int size() {
        return keys.size();
    }

    K key(int slot) {
        return keys.get(slot);
    }

    int ofRank(int rank) {
        return byRank[rank];
    }

    /** Returns the slot of a key, giving it the next one if it has none. */
    int of(K key) {
        int low = 0;
        int high = keys.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = keys.get(byRank[middle]).compareTo(key);
            if (order == 0) {
                return byRank[middle];
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return add(key, low);
    }

    private int add(K key, int rank) {
        int slot = keys.size();
        if (slot == byRank.length) {
            byRank = Arrays.copyOf(byRank, 2 * slot);
        }
        System.arraycopy(byRank, rank, byRank, rank + 1, slot - rank);
        byRank[rank] = slot;
        keys.add(key);
        return slot;
    }
}
