package io.truenorth.relationship.ledger;

import java.util.Arrays;

/**
 * The cells of one day of a ledger, in order: the entries that count, added up by category. Reused from day to day.
 *
 * <p>Sums that exceed 64 bits, as only absurd amounts over many identities can, stay at the limit.
 */
public final class DayCells {

    private static final int INBOUND = 0;
    private static final int OUTBOUND = 1;
    private static final int VALUE = 2;
    /** Sums of touches by sentiment, in the order of {@link Sentiment}. */
    private static final int NEGATIVE = 3;

    private static final int NEUTRAL = 4;
    private static final int POSITIVE = 5;
    private static final int WIDTH = 6;

    private final Categories categories;
    private int day;
    private int size;
    /** The ranks of the categories that have a cell, ascending once the day is complete. */
    private int[] ranks = new int[4];
    /** The sums of the cells, {@link #WIDTH} each, in the order of the categories' first use on the day. */
    private long[] sums = new long[4 * WIDTH];
    /** Where in {@link #sums} a category's cell begins, plus one; 0 if the category, by its index, has no cell. */
    private int[] rows = {};

    DayCells(Categories categories) {
        this.categories = categories;
    }

    void begin(int newDay) {
        for (int cell = 0; cell < size; cell++) {
            rows[categoryIndex(cell)] = 0;
        }
        size = 0;
        day = newDay;
        if (rows.length < categories.size()) {
            rows = Arrays.copyOf(rows, categories.size());
        }
    }

    void add(EntrySet set, int index) {
        Entries entries = set.entries;
        int row = rowOf(set.countedCategory(index));
        sums[row + (entries.has(index, Entries.OUTBOUND) ? OUTBOUND : INBOUND)]++;
        sums[row + VALUE] = plus(sums[row + VALUE], entries.values[index]);
        int sentiment = entries.details[index] & Entries.SENTIMENT;
        if (NEGATIVE + sentiment < WIDTH) {
            sums[row + NEGATIVE + sentiment]++;
        }
    }

    void add(Cell cell) {
        int row = rowOf(categories.indexOf(cell.category()));
        sums[row + INBOUND] = plus(sums[row + INBOUND], cell.inbound());
        sums[row + OUTBOUND] = plus(sums[row + OUTBOUND], cell.outbound());
        sums[row + VALUE] = plus(sums[row + VALUE], cell.valueMinor());
        sums[row + NEGATIVE] = plus(sums[row + NEGATIVE], cell.negative());
        sums[row + NEUTRAL] = plus(sums[row + NEUTRAL], cell.neutral());
        sums[row + POSITIVE] = plus(sums[row + POSITIVE], cell.positive());
    }

    private static long plus(long sum, long more) {
        long result = sum + more;
        boolean overflows = ((sum ^ result) & (more ^ result)) < 0;
        return overflows ? (more < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : result;
    }

    private int rowOf(int category) {
        if (rows[category] != 0) {
            return rows[category] - 1;
        }
        if (size == ranks.length) {
            ranks = Arrays.copyOf(ranks, 2 * size);
            sums = Arrays.copyOf(sums, 2 * size * WIDTH);
        }
        int row = size * WIDTH;
        rows[category] = row + 1;
        ranks[size] = categories.rank(category);
        Arrays.fill(sums, row, row + WIDTH, 0);
        size++;
        return row;
    }

    /** Completes the day: puts the cells in order, without those that are zero, as version 1 may add up to. */
    void end() {
        int kept = 0;
        for (int cell = 0; cell < size; cell++) {
            if (isZero(cell * WIDTH)) {
                rows[categoryIndex(cell)] = 0;
            } else {
                ranks[kept++] = ranks[cell];
            }
        }
        size = kept;
        if (size > 1) {
            Arrays.sort(ranks, 0, size);
        }
    }

    private boolean isZero(int row) {
        return (sums[row] | sums[row + 1] | sums[row + 2] | sums[row + 3] | sums[row + 4] | sums[row + 5]) == 0;
    }

    /** Returns the epoch day. */
    public int day() {
        return day;
    }

    /** Returns the number of cells. */
    public int size() {
        return size;
    }

    /** Returns the index of a cell's category, which never changes while the ledger exists: 0 or more, without gaps. */
    public int categoryIndex(int cell) {
        return categories.indexOfRank(ranks[cell]);
    }

    /** Returns the category of a cell. */
    public Category category(int cell) {
        return categories.get(categoryIndex(cell));
    }

    /** Returns the touches by the customer. */
    public long inbound(int cell) {
        return sum(cell, INBOUND);
    }

    /** Returns the touches by the brand. */
    public long outbound(int cell) {
        return sum(cell, OUTBOUND);
    }

    /** Returns the money in minor units of the reporting currency, signed. */
    public long valueMinor(int cell) {
        return sum(cell, VALUE);
    }

    /** Returns the touches with positive sentiment. */
    public long positive(int cell) {
        return sum(cell, POSITIVE);
    }

    /** Returns the touches with neutral sentiment. */
    public long neutral(int cell) {
        return sum(cell, NEUTRAL);
    }

    /** Returns the touches with negative sentiment. */
    public long negative(int cell) {
        return sum(cell, NEGATIVE);
    }

    private long sum(int cell, int which) {
        return sums[rows[categoryIndex(cell)] - 1 + which];
    }

    /** Returns a cell as a record. */
    public Cell cell(int cell) {
        Category category = category(cell);
        return new Cell(
                day,
                category.channel(),
                category.kind(),
                category.subject(),
                inbound(cell),
                outbound(cell),
                valueMinor(cell),
                positive(cell),
                neutral(cell),
                negative(cell));
    }
}
