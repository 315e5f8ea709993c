package io.truenorth.relationship.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The complete record of one identity, or of a customer as the union of theirs: a set of events, each with what it counted. It suffices to score the customer at
 * any time under any model.
 *
 * <p>A ledger maps (event id, day) to an entry: a touch, or the retraction of one. Of two entries of one key a retraction
 * wins, then the higher revision, then the smaller content: category (as UTF-8), inbound before outbound, sentiment,
 * money. {@link #union} takes the entries of both ledgers by that rule; it is commutative, associative and idempotent,
 * so that any order of arrival, any partitioning and any grouping of unions give the same bytes.
 *
 * <p><b>An entry counts</b> if it is no retraction, its id has no entry on the day before, and no retraction on the day
 * after. So a retry whose clock was corrected over a midnight is a duplicate. The cells of the ledger are the sums of the
 * entries that count. Nothing is ever subtracted, and only {@link #removeBefore} removes history.
 *
 * <p><b>Reactions of machines</b>: a touch by the customer that answers a {@link Message} within a time of its delivery
 * counts under the kind {@code automated}, whichever of both arrives first.
 *
 * <p>For storage the entries are in two parts, whose union is the ledger: <em>blocks</em>, one a calendar month (UTC), and
 * the <em>tail</em>, what was added since blocks were written. A block is written seldom, as it is large.
 *
 * <p>Mutable and not thread-safe.
 */
public final class RelationshipLedger {

    /** The default maximum number of entries per day. */
    public static final int STANDARD_DAY_LIMIT = 10_000;

    /** The default time within which a reaction to a message is a machine's, in ms. */
    public static final long STANDARD_REACTION_WINDOW = 30_000;

    /** The result of adding a touch. */
    public enum Outcome {
        /** The id was new to its day; the touch was added. */
        ADDED,
        /** The touch replaced the entry of its id and day: it is a retraction or a correction. */
        REPLACED,
        /** The id already has an entry on the day that takes precedence; nothing changed. */
        DUPLICATE,
        /** The day has reached its maximum number of entries; nothing changed. */
        DAY_FULL,
        /**
         * The touch retracts or corrects an event that was stored by version 1, of which only the id is known; nothing
         * changed.
         */
        UNKNOWN_CONTENT
    }

    private final EntrySet set;
    private final EarlierMonths earlier = new EarlierMonths();

    /** Creates an empty ledger, with a window of {@link #STANDARD_REACTION_WINDOW} for the reactions of machines. */
    public RelationshipLedger() {
        this(STANDARD_REACTION_WINDOW);
    }

    /**
     * Creates an empty ledger.
     *
     * @param reactionWindow the longest time from the delivery of a message to the reaction of a machine, in ms; 0 if no
     *     reaction is a machine's
     */
    public RelationshipLedger(long reactionWindow) {
        this(new EntrySet(reactionWindow));
    }

    private RelationshipLedger(EntrySet set) {
        this.set = set;
    }

    /** Adds a touch unless its event is already counted or its day has {@link #STANDARD_DAY_LIMIT} entries. */
    public Outcome add(Touch touch) {
        return add(touch, STANDARD_DAY_LIMIT);
    }

    /**
     * Adds a touch by the rule of precedence, unless its day is full.
     *
     * @param dayLimit the maximum number of entries per day, at least 1
     * @throws IllegalArgumentException if the limit is below 1
     * @throws ArithmeticException if the day's money could overflow a {@code long}; the ledger is then unchanged
     */
    public Outcome add(Touch touch, int dayLimit) {
        if (dayLimit < 1) {
            throw new IllegalArgumentException("expected a day limit of at least 1, was " + dayLimit);
        }
        if (isOfVersion1(touch.day(), touch.eventKey())) {
            return touch.isRetraction() || touch.revision() > 0 ? Outcome.UNKNOWN_CONTENT : Outcome.DUPLICATE;
        }
        int index = set.entries.find(touch.day(), touch.eventKey());
        if (index >= 0) {
            return set.replace(index, touch) ? Outcome.REPLACED : Outcome.DUPLICATE;
        }
        if (isFull(touch.day(), dayLimit)) {
            return Outcome.DAY_FULL;
        }
        requireRange(touch, dayLimit);
        set.insert(-index - 1, touch);
        return Outcome.ADDED;
    }

    private boolean isFull(int day, int limit) {
        Entries entries = set.entries;
        return entries.size >= limit && entries.firstFrom(day + 1) - entries.firstFrom(day) >= limit;
    }

    /** Amounts of {@link Touch#MAX_VALUE_MINOR} cannot overflow below a limit of 92 000 entries per day. */
    private void requireRange(Touch touch, int dayLimit) {
        long mostOfEach = Long.MAX_VALUE / dayLimit;
        if (touch.valueMinor() >= -mostOfEach && touch.valueMinor() <= mostOfEach) {
            return;
        }
        long sum = Math.absExact(touch.valueMinor());
        Entries entries = set.entries;
        int end = entries.firstFrom(touch.day() + 1);
        for (int i = entries.firstFrom(touch.day()); i < end; i++) {
            sum = Math.addExact(sum, Math.absExact(entries.values[i]));
        }
    }

    /** Returns the union of this ledger and another; both are left unchanged. */
    public RelationshipLedger union(RelationshipLedger other) {
        RelationshipLedger union = copy();
        union.addAll(other);
        return union;
    }

    /** Adds every entry of another ledger, whatever the number of entries per day. */
    public void addAll(RelationshipLedger other) {
        other.earlier.all().forEach(this::add);
        for (int i = 0; i < other.set.entries.size; i++) {
            add(other.set, i);
        }
    }

    /** An event that version 1 counted is in the sums of its month. */
    private void add(EntrySet others, int index) {
        if (!isOfVersion1(others.entries.days[index], others.entries.keys[index])) {
            set.add(others.touch(index));
        }
    }

    /** Returns whether version 1 counted an event on a day, the day before or the day after. */
    boolean isOfVersion1(int day, long key) {
        return earlier.holdNear(day, key);
    }

    void add(EarlierMonth month) {
        if (earlier.add(month)) {
            month.cells().forEach(cell -> set.categories.indexOf(cell.category()));
            set.removeIf(index -> month.holdsNear(set.entries.days[index], set.entries.keys[index]));
        }
    }

    EntrySet set() {
        return set;
    }

    EarlierMonths earlier() {
        return earlier;
    }

    /** Returns an independent copy. */
    public RelationshipLedger copy() {
        RelationshipLedger copy = new RelationshipLedger(set.copy());
        copy.earlier.addAll(earlier);
        return copy;
    }

    /** Removes all months before the month of an epoch day, for deployments with limited retention. */
    public void removeBefore(int day) {
        int month = Days.monthOf(day);
        set.removeBefore(Days.firstOfMonth(month));
        earlier.removeBefore(month);
    }

    /** Removes everything up to an epoch day. A month that version 1 stored goes as a whole if it begins by then. */
    public void removeUpTo(int day) {
        set.removeBefore(day + 1);
        earlier.removeBefore(Days.monthOf(day) + 1);
    }

    /** Passes the cells of each day that has any, up to a last day, to a visitor, in order. */
    public void forEachDay(int lastDay, DayVisitor visitor) {
        forEachDay(Integer.MIN_VALUE, lastDay, visitor);
    }

    /** Passes the cells of each day that has any, from the first to the last of a range, to a visitor, in order. */
    public void forEachDay(int firstDay, int lastDay, DayVisitor visitor) {
        new DayWalk(set, earlier).forEachDay(firstDay, lastDay, visitor);
    }

    /** Passes every cell to a visitor, in key order. */
    public void forEachCell(Consumer<? super Cell> visitor) {
        forEachDay(Integer.MAX_VALUE, day -> {
            for (int i = 0; i < day.size(); i++) {
                visitor.accept(day.cell(i));
            }
        });
    }

    /**
     * Returns all entries in the order of day and key, retractions and entries that do not count included. The touch of a machine's
     * reaction has the kind under which it counts. Events that were stored by version 1 are only in {@link #earlierCells}.
     */
    public List<Touch> touches() {
        List<Touch> touches = new ArrayList<>(set.entries.size);
        for (int i = 0; i < set.entries.size; i++) {
            touches.add(set.countedTouch(i));
        }
        return touches;
    }

    /** Returns the cells of months that were stored by version 1, whose events are not known singly. */
    public List<Cell> earlierCells() {
        return List.copyOf(earlier.cells());
    }

    /**
     * Returns the first epoch day with a cell, or empty if there is none, as after every touch was retracted; event ids
     * alone do not count.
     */
    public OptionalInt firstDay() {
        int first = set.entries.firstThatCounts();
        List<Cell> cells = earlier.cells();
        if (!cells.isEmpty()) {
            first = Math.min(first, cells.get(0).day());
        }
        return first == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(first);
    }

    /** Returns the last epoch day with a cell, or empty if there is none. */
    public OptionalInt lastDay() {
        int last = set.entries.lastThatCounts();
        List<Cell> cells = earlier.cells();
        if (!cells.isEmpty()) {
            last = Math.max(last, cells.get(cells.size() - 1).day());
        }
        return last == Integer.MIN_VALUE ? OptionalInt.empty() : OptionalInt.of(last);
    }

    /**
     * Returns the earliest epoch day whose cells may have changed since the last call, {@link Integer#MAX_VALUE} if none
     * have; for the one who keeps what follows from the days before.
     */
    public int takeEarliestChange() {
        return set.takeEarliestChange();
    }

    /** Returns whether the ledger has no entry. */
    public boolean isEmpty() {
        return set.entries.size == 0 && earlier.isEmpty();
    }

    /** Returns the number of entries, retractions included. */
    public int size() {
        return set.entries.size + earlier.eventCount();
    }

    /** Returns the approximate heap size, in bytes. */
    public long heapBytes() {
        return set.heapBytes() + 200L * earlier.cells().size() + 16L * earlier.eventCount();
    }

    /** Returns the binary form (see {@link LedgerFormat}); equal ledgers give equal bytes. */
    public byte[] toBytes() {
        return LedgerFormat.write(set, index -> true, earlier.all());
    }

    /**
     * Returns the ledger in parts, in binary form, whose union it is. A month that was stored by version 1 is not divided.
     *
     * @param mostEntries of a part, at least 1
     */
    public List<byte[]> toParts(int mostEntries) {
        List<byte[]> parts = new ArrayList<>();
        for (int from = 0; from < set.entries.size; from += mostEntries) {
            int first = from;
            parts.add(LedgerFormat.write(set, index -> index >= first && index < first + mostEntries, List.of()));
        }
        earlier.all().forEach(month -> parts.add(LedgerFormat.write(set, index -> false, List.of(month))));
        return parts;
    }

    /** Returns the number of entries that are in no block yet. */
    public int tailSize() {
        int size = 0;
        for (int i = 0; i < set.entries.size; i++) {
            size += set.entries.has(i, Entries.TAIL) ? 1 : 0;
        }
        return size;
    }

    /** Returns whether any entry is in no block yet. */
    public boolean hasTail() {
        for (int i = set.entries.size - 1; i >= 0; i--) {
            if (set.entries.has(i, Entries.TAIL)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the binary form of the entries that are in no block yet. */
    public byte[] tailToBytes() {
        return LedgerFormat.write(set, index -> set.entries.has(index, Entries.TAIL), List.of());
    }

    /**
     * Passes the blocks of all months that have an entry in the tail to a visitor, complete, and empties the tail: from
     * now on these entries are in blocks.
     */
    public void moveTailToBlocks(BlockVisitor visitor) {
        Entries entries = set.entries;
        for (int i = 0; i < entries.size; i++) {
            if (entries.has(i, Entries.TAIL)) {
                moveToBlock(Days.monthOf(entries.days[i]), visitor);
            }
        }
    }

    /**
     * Passes the blocks of all months to a visitor, as {@link #moveTailToBlocks} does for those of the tail. Months of version
     * 1 are in blocks only: they have to be written so if they were not read from a block.
     */
    public void moveAllToBlocks(BlockVisitor visitor) {
        SortedSet<Integer> months = new TreeSet<>();
        for (int i = 0; i < set.entries.size; i++) {
            months.add(Days.monthOf(set.entries.days[i]));
        }
        earlier.all().forEach(month -> months.add(month.number()));
        months.forEach(month -> moveToBlock(month, visitor));
    }

    private void moveToBlock(int month, BlockVisitor visitor) {
        Entries entries = set.entries;
        int from = entries.firstFrom(Days.firstOfMonth(month));
        int to = entries.firstFrom(Days.firstOfMonth(month + 1));
        visitor.visit(month, LedgerFormat.write(set, index -> index >= from && index < to, earlier.of(month)));
        entries.clear(Entries.TAIL, from, to);
    }

    /** Returns whether the ledger has months that were stored by version 1. */
    public boolean hasEarlierMonths() {
        return !earlier.isEmpty();
    }

    /** Adds the entries of a block, as {@link #addAll(byte[])} does. */
    public void addBlock(byte[] bytes) {
        set.addsFromBlock(true);
        try {
            addAll(bytes);
        } finally {
            set.addsFromBlock(false);
        }
    }

    /**
     * Adds the entries of a ledger, or of a part of one, from any supported version of its binary form.
     *
     * @throws LedgerFormatException if the bytes are not exactly that
     */
    public void addAll(byte[] bytes) {
        LedgerFormat.read(bytes, this);
    }

    /**
     * Reads any supported version of the binary form.
     *
     * @throws LedgerFormatException if the bytes are not exactly one ledger
     */
    public static RelationshipLedger fromBytes(byte[] bytes) {
        RelationshipLedger ledger = new RelationshipLedger();
        ledger.addAll(bytes);
        return ledger;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RelationshipLedger that && Arrays.equals(toBytes(), that.toBytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toBytes());
    }

    @Override
    public String toString() {
        return "RelationshipLedger[" + size() + " entries, days " + firstDay() + " to " + lastDay() + "]";
    }
}
