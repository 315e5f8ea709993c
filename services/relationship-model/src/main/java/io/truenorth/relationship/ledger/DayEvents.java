package io.truenorth.relationship.ledger;

import java.util.Arrays;

/**
 * The keys of one day's events, sorted, each with its multiplicity: 1, unless ledgers that share an event were added,
 * and negative if an event was subtracted that this ledger does not hold.
 */
final class DayEvents {

    final int day;
    private long[] keys;
    private int[] multiplicities;
    private int size;

    DayEvents(int day) {
        this(day, 2);
    }

    DayEvents(int day, int capacity) {
        this.day = day;
        this.keys = new long[capacity];
        this.multiplicities = new int[capacity];
    }

    DayEvents(DayEvents other) {
        this.day = other.day;
        this.keys = Arrays.copyOf(other.keys, Math.max(1, other.size));
        this.multiplicities = Arrays.copyOf(other.multiplicities, Math.max(1, other.size));
        this.size = other.size;
    }

    int size() {
        return size;
    }

    long key(int index) {
        return keys[index];
    }

    int multiplicity(int index) {
        return multiplicities[index];
    }

    boolean contains(long key) {
        int index = indexOf(key);
        return index >= 0 && multiplicities[index] > 0;
    }

    boolean allOnce() {
        for (int i = 0; i < size; i++) {
            if (multiplicities[i] != 1) {
                return false;
            }
        }
        return true;
    }

    /** Adds to the multiplicity of a key; a key whose multiplicity becomes zero is removed. */
    void add(long key, int multiplicity) {
        int index = indexOf(key);
        if (index < 0) {
            insert(-index - 1, key, multiplicity);
            return;
        }
        multiplicities[index] = Math.addExact(multiplicities[index], multiplicity);
        if (multiplicities[index] == 0) {
            remove(index);
        }
    }

    private int indexOf(long key) {
        return Arrays.binarySearch(keys, 0, size, key);
    }

    private void insert(int index, long key, int multiplicity) {
        if (size == keys.length) {
            int capacity = Math.max(4, size + (size >> 1));
            keys = Arrays.copyOf(keys, capacity);
            multiplicities = Arrays.copyOf(multiplicities, capacity);
        }
        System.arraycopy(keys, index, keys, index + 1, size - index);
        System.arraycopy(multiplicities, index, multiplicities, index + 1, size - index);
        keys[index] = key;
        multiplicities[index] = multiplicity;
        size++;
    }

    private void remove(int index) {
        System.arraycopy(keys, index + 1, keys, index, size - index - 1);
        System.arraycopy(multiplicities, index + 1, multiplicities, index, size - index - 1);
        size--;
    }

    boolean sameAs(DayEvents other) {
        return day == other.day
                && Arrays.equals(keys, 0, size, other.keys, 0, other.size)
                && Arrays.equals(multiplicities, 0, size, other.multiplicities, 0, other.size);
    }
}
