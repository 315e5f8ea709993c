package io.truenorth.relationship.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one customer: a map from (day, channel, kind, subject) to integer counts, beside the ids of the
 * events that were counted. Nothing else is needed to score the customer at any time under any model.
 *
 * <p>Ledgers form a commutative group under {@link #plus}, with the empty ledger as zero. Hence any order of arrival,
 * any split over partitions and any grouping of merges gives the same bytes; taking an identity out of a merged
 * customer is {@link #minus}. Nothing in a ledger is a fraction, and nothing is pruned but by {@link #removeBefore}.
 *
 * <p>Mutable and not synchronized: one thread owns a ledger.
 */
public final class RelationshipLedger {

    /** How many events of one day a ledger takes unless told otherwise. */
    public static final int STANDARD_DAY_LIMIT = 10_000;

    /** What became of a touch. */
    public enum Outcome {
        /** It is in the ledger now. */
        ADDED,
        /** An event of this id was counted before, on this day or another that was asked for; nothing changed. */
        DUPLICATE,
        /** The day has as many events as a day may have; nothing changed. */
        DAY_FULL
    }

    private final List<LedgerMonth> months;

    /** The empty ledger. */
    public RelationshipLedger() {
        this(new ArrayList<>());
    }

    private RelationshipLedger(List<LedgerMonth> months) {
        this.months = months;
    }

    /** The sum of months that were stored apart; months of one number, as of several identities, are added up. */
    public static RelationshipLedger of(Collection<LedgerMonth> months) {
        RelationshipLedger ledger = new RelationshipLedger();
        months.forEach(month -> ledger.addMonth(month, 1));
        return ledger;
    }

    /** Adds a touch unless its event is counted already or its day is full at {@link #STANDARD_DAY_LIMIT}. */
    public Outcome add(Touch touch) {
        return add(touch, STANDARD_DAY_LIMIT);
    }

    /**
     * Adds a touch unless its event is counted already or its day is full.
     *
     * @param dayLimit how many events of one day are taken, at least 1
     * @throws IllegalArgumentException if the limit is below 1
     * @throws ArithmeticException if a sum leaves the range of a {@code long}; nothing has changed then
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
     * Adds a touch as {@link #add(Touch, int)} does, unless its event is counted already on another of the days where it
     * may stand by {@link ArrivalRule#daysOf}.
     */
    public Outcome add(Touch touch, DaySpan days, int dayLimit) {
        boolean counted = !days.isOneDay() && dayOf(touch.eventKey(), days).isPresent();
        return counted ? Outcome.DUPLICATE : add(touch, dayLimit);
    }

    /** The day, of some days, on which an event was counted; nothing if it was on none of them. */
    public OptionalInt dayOf(long eventKey, DaySpan days) {
        int firstMonth = Days.monthOf(days.first());
        return months.stream()
                .filter(month -> month.number() >= firstMonth)
                .flatMap(month -> month.days().stream())
                .filter(events -> days.contains(events.day) && events.contains(eventKey))
                .mapToInt(events -> events.day)
                .findFirst();
    }

    /** This ledger and another, added up; both stay as they are. */
    public RelationshipLedger plus(RelationshipLedger other) {
        return combine(other, 1);
    }

    /** This ledger without what another holds; both stay as they are. */
    public RelationshipLedger minus(RelationshipLedger other) {
        return combine(other, -1);
    }

    private RelationshipLedger combine(RelationshipLedger other, int sign) {
        RelationshipLedger sum = copy();
        other.months.forEach(month -> sum.addMonth(month, sign));
        return sum;
    }

    /** A ledger of its own with the same content. */
    public RelationshipLedger copy() {
        List<LedgerMonth> copies = new ArrayList<>(months.size());
        months.forEach(month -> copies.add(month.copy()));
        return new RelationshipLedger(copies);
    }

    /** Forgets all months before the month of an epoch day, for a deployment that keeps history for a time only. */
    public void removeBefore(int day) {
        int first = Days.monthOf(day);
        months.removeIf(month -> month.number() < first);
    }

    /** The months in order, none of them empty; a view. */
    public List<LedgerMonth> months() {
        return Collections.unmodifiableList(months);
    }

    /** Shows every cell in key order. */
    public void forEachCell(Consumer<? super Cell> visitor) {
        for (LedgerMonth month : months) {
            month.cells().forEach(visitor);
        }
    }

    /**
     * The first epoch day on which something counts; nothing where nothing is left, as after everything was taken back: ids
     * alone count for nothing.
     */
    public OptionalInt firstDay() {
        for (LedgerMonth month : months) {
            if (!month.cells().isEmpty()) {
                return OptionalInt.of(month.cells().get(0).day());
            }
        }
        return OptionalInt.empty();
    }

    /** The last epoch day on which something counts; nothing where nothing is left. */
    public OptionalInt lastDay() {
        for (int i = months.size() - 1; i >= 0; i--) {
            List<Cell> cells = months.get(i).cells();
            if (!cells.isEmpty()) {
                return OptionalInt.of(cells.get(cells.size() - 1).day());
            }
        }
        return OptionalInt.empty();
    }

    /** Whether nothing is known, not even the id of an event that was taken back. */
    public boolean isEmpty() {
        return months.isEmpty();
    }

    /** The binary form (see {@link LedgerFormat}); equal ledgers give equal bytes. */
    public byte[] toBytes() {
        return LedgerFormat.write(this);
    }

    /**
     * Reads any version of the binary form.
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

    /** The month of a number; the newest comes first, as most touches are recent. */
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
