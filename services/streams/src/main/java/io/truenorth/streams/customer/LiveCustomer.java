package io.truenorth.streams.customer;

import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.ledger.RelationshipLedger.Outcome;
import io.truenorth.streams.decode.ValidTouchpoint;
import java.util.Iterator;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A customer in decoded form: a ledger per identity, attributes, the score last published, and the set of months not
 * yet written. Confined to the partition's stream thread.
 */
final class LiveCustomer {
    private final String id;
    private final SortedMap<String, RelationshipLedger> ledgers;
    private final Attributes attributes;
    private final SortedMap<String, Set<Integer>> unwrittenMonths = new TreeMap<>();
    private @Nullable Published published;
    private OptionalLong dueAt;
    private long latestArrival = Long.MIN_VALUE;
    private OptionalInt earliestChange = OptionalInt.empty();
    private boolean late;
    private long weight;

    LiveCustomer(String id, SortedMap<String, RelationshipLedger> ledgers, CustomerHeader header) {
        this.id = id;
        this.ledgers = ledgers;
        this.attributes = header.attributes();
        this.published = header.published();
        this.dueAt = header.dueAt();
        this.weight = 1;
        ledgers.values().forEach(ledger -> weight += ledger.size());
    }

    static LiveCustomer empty(String id) {
        return new LiveCustomer(id, new TreeMap<>(), new CustomerHeader(new Attributes(), null, OptionalLong.empty()));
    }

    String id() {
        return id;
    }

    Attributes attributes() {
        return attributes;
    }

    @Nullable
    Published published() {
        return published;
    }

    OptionalLong dueAt() {
        return dueAt;
    }

    /** Returns the approximate heap usage: one unit for the customer and one per event, a few hundred bytes each. */
    long weight() {
        return weight;
    }

    /** Returns whether touches were added since the last scoring. */
    boolean changed() {
        return !unwrittenMonths.isEmpty();
    }

    /** Returns the latest arrival of the touches not yet scored, epoch ms. */
    long latestArrival() {
        return latestArrival;
    }

    /** Returns the earliest epoch day of the touches not yet scored. */
    OptionalInt earliestChange() {
        return earliestChange;
    }

    /** Returns whether the touches not yet scored are late. Late and current touches are never pending together. */
    boolean isLate() {
        return late;
    }

    /** Returns the union of the ledgers of all identities. */
    RelationshipLedger ledger() {
        if (ledgers.size() == 1) {
            return ledgers.values().iterator().next();
        }
        Iterator<RelationshipLedger> each = ledgers.values().iterator();
        RelationshipLedger all = each.hasNext() ? each.next().copy() : new RelationshipLedger();
        each.forEachRemaining(all::addAll);
        return all;
    }

    /**
     * Adds a touch to the ledger of its identity.
     *
     * @throws ArithmeticException if a sum overflows a {@code long}; nothing has changed then
     */
    Outcome fold(ValidTouchpoint touchpoint, RelationshipLimits limits) {
        RelationshipLedger ledger = ledgers.computeIfAbsent(
                touchpoint.identity(), name -> new RelationshipLedger(limits.reactionWindow()));
        Outcome outcome = ledger.add(touchpoint.touch(), limits.maxEventsPerDay());
        if (outcome == Outcome.ADDED || outcome == Outcome.REPLACED) {
            change(touchpoint);
            weight += outcome == Outcome.ADDED ? 1 : 0;
        }
        return outcome;
    }

    private void change(ValidTouchpoint touchpoint) {
        int day = touchpoint.touch().day();
        attributes.take(touchpoint.attributes(), touchpoint.occurredAt(), touchpoint.eventId());
        unwrittenMonths
                .computeIfAbsent(touchpoint.identity(), name -> new TreeSet<>())
                .add(Days.monthOf(day));
        latestArrival = Math.max(latestArrival, touchpoint.arrivedAt());
        earliestChange = OptionalInt.of(Math.min(earliestChange.orElse(Integer.MAX_VALUE), day));
        late = touchpoint.isLate();
    }

    /** Passes each unwritten month to a visitor. */
    void forEachUnwrittenMonth(MonthVisitor visitor) {
        unwrittenMonths.forEach((identity, months) -> {
            RelationshipLedger ledger = Objects.requireNonNull(ledgers.get(identity));
            months.forEach(month -> visitor.visit(identity, month, ledger.monthToBytes(month)));
        });
    }

    /** Receives the months of a customer's ledgers. */
    @FunctionalInterface
    interface MonthVisitor {
        void visit(String identity, int month, byte[] bytes);
    }

    void markScored(@Nullable Published nowPublished, OptionalLong nowDueAt) {
        published = nowPublished;
        dueAt = nowDueAt;
        unwrittenMonths.clear();
        latestArrival = Long.MIN_VALUE;
        earliestChange = OptionalInt.empty();
    }
}
