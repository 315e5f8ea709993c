package io.truenorth.relationship.ledger;

import java.util.Arrays;

/**
 * The entries of a ledger in parallel arrays, in the order of day and key: about 30 bytes each.
 *
 * <p>{@code details} holds what fits a byte; see the constants.
 */
final class Entries {

    /** The bits of {@code details} that hold the ordinal of the {@link Sentiment}. */
    static final int SENTIMENT = 3;

    /** The touch is by the brand. */
    static final int OUTBOUND = 4;

    /** The event is retracted; the entry has no content. */
    static final int RETRACTED = 8;

    /** The touch delivers or answers a message: {@link #messages} and {@link #times} are set. */
    static final int MESSAGE = 16;

    /** The entry, or its present content, is in no stored block yet. */
    static final int TAIL = 32;

    /** The entry counts; derived from the entries of the same key on the days before and after, never stored. */
    static final int COUNTS = 64;

    /** The touch is a machine's reaction to a message; derived from the deliveries of the message, never stored. */
    static final int AUTOMATED = 128;

    int size;
    int[] days;
    long[] keys;
    int[] categories;
    byte[] details;
    long[] values;
    /** Empty while all are 0. */
    private int[] revisions = {};

    /** The keys of messages; empty while no entry has one. */
    long[] messages = {};
    /** The times of entries with a message, in ms of their day; empty while there is none. */
    int[] times = {};

    Entries(int capacity) {
        days = new int[capacity];
        keys = new long[capacity];
        categories = new int[capacity];
        details = new byte[capacity];
        values = new long[capacity];
    }

    Entries(Entries other) {
        size = other.size;
        days = other.days.clone();
        keys = other.keys.clone();
        categories = other.categories.clone();
        details = other.details.clone();
        values = other.values.clone();
        revisions = other.revisions.clone();
        messages = other.messages.clone();
        times = other.times.clone();
    }

    boolean has(int index, int bits) {
        return (details[index] & bits) != 0;
    }

    /** Returns the index of an entry, or {@code -(the index at which to insert it) - 1} if it is absent. */
    int find(int day, long key) {
        // Most events are of the newest day.
        int low = size > 0 && days[size - 1] < day ? size : 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Integer.compare(days[middle], day);
            if (order == 0) {
                order = Long.compare(keys[middle], key);
            }
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    /** Returns the index of the first entry on or after a day. */
    int firstFrom(int day) {
        int index = find(day, Long.MIN_VALUE);
        return index < 0 ? -index - 1 : index;
    }

    /** Returns the index after the last entry of the day of an entry. */
    int endOfDay(int index) {
        int end = index + 1;
        while (end < size && days[end] == days[index]) {
            end++;
        }
        return end;
    }

    /** Returns the day of the first entry that counts, {@link Integer#MAX_VALUE} if none does. */
    int firstThatCounts() {
        for (int i = 0; i < size; i++) {
            if (has(i, COUNTS)) {
                return days[i];
            }
        }
        return Integer.MAX_VALUE;
    }

    /** Returns the day of the last entry that counts, {@link Integer#MIN_VALUE} if none does. */
    int lastThatCounts() {
        for (int i = size - 1; i >= 0; i--) {
            if (has(i, COUNTS)) {
                return days[i];
            }
        }
        return Integer.MIN_VALUE;
    }

    /** Makes room for an entry at an index; the caller sets its content. */
    void insert(int index, int day, long key) {
        if (size == days.length) {
            resize(Math.max(4, size + (size >> 1)));
        }
        int moved = size - index;
        System.arraycopy(days, index, days, index + 1, moved);
        System.arraycopy(keys, index, keys, index + 1, moved);
        System.arraycopy(categories, index, categories, index + 1, moved);
        System.arraycopy(details, index, details, index + 1, moved);
        System.arraycopy(values, index, values, index + 1, moved);
        if (revisions.length > 0) {
            System.arraycopy(revisions, index, revisions, index + 1, moved);
        }
        if (messages.length > 0) {
            System.arraycopy(messages, index, messages, index + 1, moved);
            System.arraycopy(times, index, times, index + 1, moved);
        }
        days[index] = day;
        keys[index] = key;
        details[index] = 0;
        size++;
    }

    void set(int index, int category, int detail, long value, int revision) {
        categories[index] = category;
        details[index] = (byte) detail;
        values[index] = value;
        if (revision != 0 && revisions.length == 0) {
            revisions = new int[days.length];
        }
        if (revisions.length > 0) {
            revisions[index] = revision;
        }
    }

    int revision(int index) {
        return revisions.length > 0 ? revisions[index] : 0;
    }

    void setMessage(int index, long key, int millisOfDay) {
        if (messages.length == 0) {
            messages = new long[days.length];
            times = new int[days.length];
        }
        details[index] |= MESSAGE;
        messages[index] = key;
        times[index] = millisOfDay;
    }

    void clear(int bits, int from, int to) {
        for (int i = from; i < to; i++) {
            details[i] &= (byte) ~bits;
        }
    }

    /** Removes the entries from one index up to another, exclusive. */
    void remove(int from, int to) {
        int moved = size - to;
        System.arraycopy(days, to, days, from, moved);
        System.arraycopy(keys, to, keys, from, moved);
        System.arraycopy(categories, to, categories, from, moved);
        System.arraycopy(details, to, details, from, moved);
        System.arraycopy(values, to, values, from, moved);
        if (revisions.length > 0) {
            System.arraycopy(revisions, to, revisions, from, moved);
        }
        if (messages.length > 0) {
            System.arraycopy(messages, to, messages, from, moved);
            System.arraycopy(times, to, times, from, moved);
        }
        size -= to - from;
    }

    /** Returns the heap size of the arrays, in bytes. */
    long heapBytes() {
        return 25L * days.length + 4L * revisions.length + 12L * messages.length;
    }

    private void resize(int capacity) {
        days = Arrays.copyOf(days, capacity);
        keys = Arrays.copyOf(keys, capacity);
        categories = Arrays.copyOf(categories, capacity);
        details = Arrays.copyOf(details, capacity);
        values = Arrays.copyOf(values, capacity);
        if (revisions.length > 0) {
            revisions = Arrays.copyOf(revisions, capacity);
        }
        if (messages.length > 0) {
            messages = Arrays.copyOf(messages, capacity);
            times = Arrays.copyOf(times, capacity);
        }
    }
}
