package io.truenorth.relationship.ledger;

import java.util.ArrayList;
import java.util.List;

/** The months of a ledger that were stored by version 1, in the order of their numbers and bytes. Empty as a rule. */
final class EarlierMonths {

    private List<EarlierMonth> months = List.of();
    /** All cells, in key order. */
    private List<Cell> cells = List.of();

    boolean isEmpty() {
        return months.isEmpty();
    }

    List<EarlierMonth> all() {
        return months;
    }

    /** Adds a month, unless it is already held; returns whether it was added. */
    boolean add(EarlierMonth month) {
        int index = 0;
        while (index < months.size() && months.get(index).compareTo(month) < 0) {
            index++;
        }
        if (index < months.size() && months.get(index).equals(month)) {
            return false;
        }
        List<EarlierMonth> more = new ArrayList<>(months);
        more.add(index, month);
        months = more;
        sortCells();
        return true;
    }

    void addAll(EarlierMonths others) {
        others.months.forEach(this::add);
    }

    /** Returns whether an event was counted on a day, the day before or the day after. */
    boolean holdNear(int day, long key) {
        for (EarlierMonth month : months) {
            if (month.holdsNear(day, key)) {
                return true;
            }
        }
        return false;
    }

    List<EarlierMonth> of(int number) {
        return months.stream().filter(month -> month.number() == number).toList();
    }

    void removeBefore(int number) {
        months = months.stream().filter(month -> month.number() >= number).toList();
        sortCells();
    }

    /** Every walk over the ledger reads the cells, and months seldom change. */
    private void sortCells() {
        cells = months.stream()
                .flatMap(month -> month.cells().stream())
                .sorted(Cell::compareKey)
                .toList();
    }

    int eventCount() {
        return months.stream().mapToInt(EarlierMonth::eventCount).sum();
    }

    /** Returns all cells, in key order; several months of one number may have cells of the same key. */
    List<Cell> cells() {
        return cells;
    }
}
