package io.truenorth.relationship.ledger;

import java.util.List;

/** Adds up the cells of a ledger day by day. */
final class DayWalk {

    private final EntrySet set;
    private final Entries entries;
    private final List<Cell> earlier;
    private final DayCells cells;
    private int nextEntry;
    private int nextEarlier;

    DayWalk(EntrySet set, EarlierMonths earlier) {
        this.set = set;
        this.entries = set.entries;
        this.earlier = earlier.cells();
        this.cells = new DayCells(set.categories);
    }

    /** Passes the days that have cells, from the first to the last of a range, to a visitor, in order. */
    void forEachDay(int firstDay, int lastDay, DayVisitor visitor) {
        nextEntry = entries.firstFrom(firstDay);
        while (nextEarlier < earlier.size() && earlier.get(nextEarlier).day() < firstDay) {
            nextEarlier++;
        }
        int day = nextDay();
        while (day <= lastDay && hasNext()) {
            cells.begin(day);
            addEntries(day);
            addEarlier(day);
            cells.end();
            if (cells.size() > 0) {
                visitor.visit(cells);
            }
            day = nextDay();
        }
    }

    private boolean hasNext() {
        return nextEntry < entries.size || nextEarlier < earlier.size();
    }

    private int nextDay() {
        int ofEntry = nextEntry < entries.size ? entries.days[nextEntry] : Integer.MAX_VALUE;
        int ofEarlier = nextEarlier < earlier.size() ? earlier.get(nextEarlier).day() : Integer.MAX_VALUE;
        return Math.min(ofEntry, ofEarlier);
    }

    private void addEntries(int day) {
        while (nextEntry < entries.size && entries.days[nextEntry] == day) {
            if (entries.has(nextEntry, Entries.COUNTS)) {
                cells.add(set, nextEntry);
            }
            nextEntry++;
        }
    }

    private void addEarlier(int day) {
        while (nextEarlier < earlier.size() && earlier.get(nextEarlier).day() == day) {
            cells.add(earlier.get(nextEarlier));
            nextEarlier++;
        }
    }
}
