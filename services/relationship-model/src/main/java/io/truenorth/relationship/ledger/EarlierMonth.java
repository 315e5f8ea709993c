package io.truenorth.relationship.ledger;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One calendar month (UTC) as stored by version 1, which kept sums and ids apart: its cells, and by day the keys of the
 * events in them. What an event of it counted is unknown, so that none can be retracted or corrected. Immutable.
 */
final class EarlierMonth implements Comparable<EarlierMonth> {

    private final byte[] bytes;
    private final int number;
    private final List<Cell> cells;
    private final List<DayKeys> days;

    /**
     * The keys of one day's events.
     *
     * @param day epoch day
     * @param keys ascending
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record DayKeys(int day, long[] keys) {
        private boolean contains(long key) {
            return Arrays.binarySearch(keys, key) >= 0;
        }
    }

    EarlierMonth(byte[] bytes, int number, List<Cell> cells, List<DayKeys> days) {
        this.bytes = bytes;
        this.number = number;
        this.cells = List.copyOf(cells);
        this.days = List.copyOf(days);
    }

    int number() {
        return number;
    }

    /** Returns the cells in key order. */
    List<Cell> cells() {
        return cells;
    }

    int eventCount() {
        return days.stream().mapToInt(day -> day.keys.length).sum();
    }

    /** Returns whether an event was counted on a day, the day before or the day after. */
    boolean holdsNear(int day, long key) {
        for (DayKeys keys : days) {
            if (Math.abs((long) keys.day - day) <= 1 && keys.contains(key)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the binary form, as it was read. */
    byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public int compareTo(EarlierMonth other) {
        return number != other.number ? Integer.compare(number, other.number) : Arrays.compare(bytes, other.bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EarlierMonth that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
