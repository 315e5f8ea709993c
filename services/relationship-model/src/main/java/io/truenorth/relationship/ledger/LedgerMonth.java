package io.truenorth.relationship.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One calendar month (UTC) of a ledger: its cells in key order and, by day, the keys of the counted events.
 *
 * <p>The unit of storage: a change rewrites the month it falls in, not the customer's whole history. Mutable, through
 * the {@link RelationshipLedger} that holds it.
 */
public final class LedgerMonth {

    private final int month;
    private final List<Cell> cells;
    private final List<DayEvents> days;

    LedgerMonth(int month) {
        this(month, new ArrayList<>(), new ArrayList<>());
    }

    LedgerMonth(int month, List<Cell> cells, List<DayEvents> days) {
        this.month = month;
        this.cells = cells;
        this.days = days;
    }

    /** Returns the number of the month of an epoch day. */
    public static int numberOf(int day) {
        return Days.monthOf(day);
    }

    /** Returns the number of this month, in months since January 1970. */
    public int number() {
        return month;
    }

    /** Returns the cells of the month in key order, none of them zero, as an unmodifiable view. */
    public List<Cell> cells() {
        return Collections.unmodifiableList(cells);
    }

    /** Returns the number of events held, over all days of the month. */
    public int eventCount() {
        return days.stream().mapToInt(DayEvents::size).sum();
    }

    /** Returns the binary form (see {@link LedgerFormat}); equal months give equal bytes. */
    public byte[] toBytes() {
        return LedgerFormat.write(this);
    }

    /**
     * Reads any supported version of the binary form.
     *
     * @throws LedgerFormatException if the bytes are not exactly one month
     */
    public static LedgerMonth fromBytes(byte[] bytes) {
        return LedgerFormat.readMonth(bytes);
    }

    List<DayEvents> days() {
        return days;
    }

    boolean isEmpty() {
        return cells.isEmpty() && days.isEmpty();
    }

    LedgerMonth copy() {
        List<DayEvents> copiedDays = new ArrayList<>(days.size());
        days.forEach(day -> copiedDays.add(new DayEvents(day)));
        return new LedgerMonth(month, new ArrayList<>(cells), copiedDays);
    }

    /** Returns the events of a day, or null if there are none. */
    @Nullable
    DayEvents eventsOf(int day) {
        int index = indexOfDay(day);
        return index >= 0 ? days.get(index) : null;
    }

    void addCell(Cell cell) {
        int index = indexOfCell(cell);
        if (index < 0) {
            if (!cell.isZero()) {
                cells.add(-index - 1, cell);
            }
            return;
        }
        Cell sum = cells.get(index).plus(cell);
        if (sum.isZero()) {
            cells.remove(index);
        } else {
            cells.set(index, sum);
        }
    }

    void addEvent(int day, long key, int multiplicity) {
        int index = indexOfDay(day);
        if (index < 0) {
            index = -index - 1;
            days.add(index, new DayEvents(day));
        }
        DayEvents events = days.get(index);
        events.add(key, multiplicity);
        if (events.size() == 0) {
            days.remove(index);
        }
    }

    /** Adds every cell and event of another month of the same number, multiplied by {@code sign}: 1 or −1. */
    void addAll(LedgerMonth other, int sign) {
        for (Cell cell : other.cells) {
            addCell(sign > 0 ? cell : cell.negated());
        }
        for (DayEvents events : other.days) {
            for (int i = 0; i < events.size(); i++) {
                addEvent(events.day, events.key(i), Math.multiplyExact(sign, events.multiplicity(i)));
            }
        }
    }

    private int indexOfCell(Cell cell) {
        int low = 0;
        int high = cells.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int comparison = cells.get(middle).compareKey(cell);
            if (comparison == 0) {
                return middle;
            }
            if (comparison < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    private int indexOfDay(int day) {
        int index = days.size();
        while (index > 0 && days.get(index - 1).day > day) {
            index--;
        }
        boolean found = index > 0 && days.get(index - 1).day == day;
        return found ? index - 1 : -index - 1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LedgerMonth that
                && month == that.month
                && cells.equals(that.cells)
                && sameDays(that.days);
    }

    private boolean sameDays(List<DayEvents> others) {
        if (days.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < others.size(); i++) {
            if (!days.get(i).sameAs(others.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return 31 * month + cells.hashCode();
    }

    @Override
    public String toString() {
        return "LedgerMonth[" + (1970 + Math.floorDiv(month, 12)) + "-" + (Math.floorMod(month, 12) + 1) + ", "
                + cells.size() + " cells, " + eventCount() + " events]";
    }
}
