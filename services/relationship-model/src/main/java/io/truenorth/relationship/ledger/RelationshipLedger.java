package io.truenorth.relationship.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The complete record of one customer: a map from (day, channel, kind, subject) to integer counts, and the ids of the
 * events counted. It suffices to score the customer at any time under any model.
 *
 * <p>Ledgers form a commutative group under {@link #plus}, with the empty ledger as zero. Hence any order of arrival,
 * any partitioning and any grouping of merges give the same bytes; removing an identity from a merged customer is
 * {@link #minus}. A ledger holds no fractions, and only {@link #removeBefore} removes history.
 *
 * <p>Mutable and not thread-safe.
 */
public final class RelationshipLedger {

    /** The default maximum number of events per day. */
    public static final int STANDARD_DAY_LIMIT = 10_000;

    /** The result of adding a touch. */
    public enum Outcome {
        /** The touch was added. */
        ADDED,
        /** An event of this id was already counted on one of the days checked; nothing changed. */
        DUPLICATE,
        /** The day has reached its maximum number of events; nothing changed. */
        DAY_FULL
    }

    private final List<LedgerMonth> months;

    /** Creates an empty ledger. */
    public RelationshipLedger() {
        this(new ArrayList<>());
    }

    private RelationshipLedger(List<LedgerMonth> months) {
        this.months = months;
    }

    /**
     * Returns the sum of months that were stored separately; months of the same number, as of several identities, are
     * added up.
     */
    public static RelationshipLedger of(Collection<LedgerMonth> months) {
        RelationshipLedger ledger = new RelationshipLedger();
        months.forEach(month -> ledger.addMonth(month, 1));
        return ledger;
    }

    /** Adds a touch unless its event is already counted or its day has {@link #STANDARD_DAY_LIMIT} events. */
    public Outcome add(Touch touch) {
        return add(touch, STANDARD_DAY_LIMIT);
    }

    /**
     * Adds a touch unless its event is already counted or its day is full.
     *
     * @param dayLimit the maximum number of events per day, at least 1
     * @throws IllegalArgumentException if the limit is below 1
     * @throws ArithmeticException if a sum overflows a {@code long}; the ledger is then unchanged
     */
    public Outcome add(Touch touch, int dayLimit) {
        if (dayLimit < 1) {
            throw new IllegalArgumentException("expected a day limit of at least 1, was " + dayLimit);
        }
        Cell cell = touch.cell();
        LedgerMonth month = monthFor(Days.monthOf(cell.day()));
        DayEvents events = month.eventsOf(cell.day());
        if (events != null && events.contains(touch.eventKey())) {
            return Outcome.DUPLICATE;
        }
        if (events != null && events.size() >= dayLimit) {
            return Outcome.DAY_FULL;
        }
        month.addCell(cell);
        month.addEvent(cell.day(), touch.eventKey(), 1);
        return Outcome.ADDED;
    }

    /**
     * Adds a touch as {@link #add(Touch, int)} does, unless its event is already counted on any of the days on which it
     * may be recorded ({@link ArrivalRule#daysOf}).
     */
    public Outcome add(Touch touch, DaySpan days, int dayLimit) {
        boolean counted = !days.isOneDay() && dayOf(touch.eventKey(), days).isPresent();
        return counted ? Outcome.DUPLICATE : add(touch, dayLimit);
    }

    /** Returns the day, within a range, on which an event was counted, or empty if it was not. */
    public OptionalInt dayOf(long eventKey, DaySpan days) {
        int firstMonth = Days.monthOf(days.first());
        return months.stream()
                .filter(month -> month.number() >= firstMonth)
                .flatMap(month -> month.days().stream())
                .filter(events -> days.contains(events.day) && events.contains(eventKey))
                .mapToInt(events -> events.day)
                .findFirst();
    }

    /** Returns the sum of this ledger and another; both are left unchanged. */
    public RelationshipLedger plus(RelationshipLedger other) {
        return combine(other, 1);
    }

    /** Returns the difference of this ledger and another; both are left unchanged. */
    public RelationshipLedger minus(RelationshipLedger other) {
        return combine(other, -1);
    }

    private RelationshipLedger combine(RelationshipLedger other, int sign) {
        RelationshipLedger sum = copy();
        other.months.forEach(month -> sum.addMonth(month, sign));
        return sum;
    }

    /** Returns an independent copy. */
    public RelationshipLedger copy() {
        List<LedgerMonth> copies = new ArrayList<>(months.size());
        months.forEach(month -> copies.add(month.copy()));
        return new RelationshipLedger(copies);
    }

    /** Removes all months before the month of an epoch day, for deployments with limited retention. */
    public void removeBefore(int day) {
        int first = Days.monthOf(day);
        months.removeIf(month -> month.number() < first);
    }

    /** Returns the months in order, none of them empty, as an unmodifiable view. */
    public List<LedgerMonth> months() {
        return Collections.unmodifiableList(months);
    }

    /** Passes every cell to a visitor, in key order. */
    public void forEachCell(Consumer<? super Cell> visitor) {
        for (LedgerMonth month : months) {
            month.cells().forEach(visitor);
        }
    }

    /**
     * Returns the first epoch day with a cell, or empty if there is none, as after every touch was retracted; event ids
     * alone do not count.
     */
    public OptionalInt firstDay() {
        for (LedgerMonth month : months) {
            if (!month.cells().isEmpty()) {
                return OptionalInt.of(month.cells().get(0).day());
            }
        }
        return OptionalInt.empty();
    }

    /** Returns the last epoch day with a cell, or empty if there is none. */
    public OptionalInt lastDay() {
        for (int i = months.size() - 1; i >= 0; i--) {
            List<Cell> cells = months.get(i).cells();
            if (!cells.isEmpty()) {
                return OptionalInt.of(cells.get(cells.size() - 1).day());
            }
        }
        return OptionalInt.empty();
    }

    /** Returns whether the ledger has neither cells nor event ids. */
    public boolean isEmpty() {
        return months.isEmpty();
    }

    /** Returns the binary form (see {@link LedgerFormat}); equal ledgers give equal bytes. */
    public byte[] toBytes() {
        return LedgerFormat.write(this);
    }

    /**
     * Reads any supported version of the binary form.
     *
     * @throws LedgerFormatException if the bytes are not exactly one ledger
     */
    public static RelationshipLedger fromBytes(byte[] bytes) {
        return LedgerFormat.readLedger(bytes);
    }

    private void addMonth(LedgerMonth month, int sign) {
        LedgerMonth own = monthFor(month.number());
        own.addAll(month, sign);
        if (own.isEmpty()) {
            months.remove(own);
        }
    }

    /**
     * Returns the month of a number, creating it if absent. Searches from the newest, since most touches are recent.
     */
    private LedgerMonth monthFor(int number) {
        int index = months.size();
        while (index > 0 && months.get(index - 1).number() > number) {
            index--;
        }
        if (index > 0 && months.get(index - 1).number() == number) {
            return months.get(index - 1);
        }
        LedgerMonth month = new LedgerMonth(number);
        months.add(index, month);
        return month;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RelationshipLedger that && months.equals(that.months);
    }

    @Override
    public int hashCode() {
        return months.hashCode();
    }

    @Override
    public String toString() {
        return "RelationshipLedger" + months;
    }
}
