package io.truenorth.streams.customer;

import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.ledger.RelationshipLedger.Outcome;
import io.truenorth.relationship.score.Stage;
import io.truenorth.streams.decode.ImportedPart;
import io.truenorth.streams.decode.ValidTouchpoint;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A customer in decoded form: a ledger per identity, attributes, and the score last published. Confined to the partition's
 * stream thread.
 */
final class LiveCustomer {
    /** Entries of a ledger that are written with every score; more are moved to blocks, which are written seldom. */
    private static final int LONGEST_TAIL = 64;

    private final String id;
    private final SortedMap<String, RelationshipLedger> ledgers;
    private final Attributes attributes;
    private boolean changed;
    private boolean visited;
    private boolean hasBlocks;
    private OptionalLong indexedAt;
    private @Nullable Published published;
    private OptionalLong dueAt;
    private long latestArrival = Long.MIN_VALUE;
    private OptionalInt earliestChange = OptionalInt.empty();
    private boolean late;
    private boolean awaitsParts;
    private Stage importedStage = Stage.UNKNOWN;
    private final Set<String> withEarlierMonths = new HashSet<>();
    private long weight;

    LiveCustomer(String id, SortedMap<String, RelationshipLedger> ledgers, CustomerHeader header) {
        this.id = id;
        this.ledgers = ledgers;
        this.attributes = header.attributes();
        this.published = header.published();
        this.dueAt = header.dueAt();
        this.indexedAt = header.indexedAt();
        this.hasBlocks = header.hasBlocks();
        this.weight = 1;
        ledgers.values().forEach(ledger -> weight += ledger.size());
    }

    static LiveCustomer empty(String id) {
        return new LiveCustomer(id, new TreeMap<>(), CustomerHeader.empty());
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
        return changed;
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
        RelationshipLedger ledger =
                ledgers.computeIfAbsent(touchpoint.identity(), name -> new RelationshipLedger(limits.reactionWindow()));
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
        changed = true;
        latestArrival = Math.max(latestArrival, touchpoint.arrivedAt());
        earliestChange = OptionalInt.of(Math.min(earliestChange.orElse(Integer.MAX_VALUE), day));
        late = touchpoint.isLate();
    }

    /**
     * Unites a part of an exported customer with this one. The customer is scored after the last part.
     *
     * @return the number of entries added
     */
    long unite(ImportedPart part, long reactionWindow) {
        long added = 0;
        for (Map.Entry<String, RelationshipLedger> imported : part.ledgers().entrySet()) {
            RelationshipLedger ledger =
                    ledgers.computeIfAbsent(imported.getKey(), name -> new RelationshipLedger(reactionWindow));
            long before = ledger.size();
            ledger.addAll(imported.getValue());
            added += ledger.size() - before;
            if (imported.getValue().hasEarlierMonths()) {
                withEarlierMonths.add(imported.getKey());
            }
        }
        weight += added;
        part.attributes()
                .forEach(set ->
                        attributes.take(Map.of(set.getName(), set.getValue()), set.getOccurredAt(), set.getEventId()));
        awaitsParts = !part.isLast();
        if (part.isLast()) {
            changed = true;
            late = true;
            importedStage = part.published();
            earliestChange = ledger().firstDay();
        }
        return added;
    }

    /** Returns whether only a part of an exported customer was united since the last writing, and not the last one. */
    boolean awaitsParts() {
        return awaitsParts && !changed;
    }

    void markWritten() {
        awaitsParts = false;
    }

    /** Returns the stage that was published of the customer where they were exported. */
    Stage importedStage() {
        return importedStage;
    }

    /** Returns the customer's time in the due index, epoch ms. */
    OptionalLong indexedAt() {
        return indexedAt;
    }

    void markIndexed(OptionalLong at) {
        indexedAt = at;
        visited = false;
    }

    /** Marks that the customer's time in the due index has come. */
    void visit() {
        visited = true;
    }

    boolean isVisited() {
        return visited;
    }

    /** Moves the entries of each ledger whose tail is long to blocks, which are passed to a visitor. */
    void moveTailsToBlocks(IdentityBlockVisitor visitor) {
        ledgers.forEach((identity, ledger) -> {
            if (withEarlierMonths.remove(identity)) {
                ledger.moveAllToBlocks((month, bytes) -> visitor.visit(identity, month, bytes));
                hasBlocks = true;
            } else if (ledger.tailSize() > LONGEST_TAIL) {
                ledger.moveTailToBlocks((month, bytes) -> visitor.visit(identity, month, bytes));
                hasBlocks = true;
            }
        });
    }

    /** Receives the blocks of a customer's ledgers. */
    @FunctionalInterface
    interface IdentityBlockVisitor {
        void visit(String identity, int month, byte[] bytes);
    }

    /** Returns the state to store besides the blocks. */
    CustomerHeader header() {
        SortedMap<String, byte[]> tails = new TreeMap<>();
        ledgers.forEach((identity, ledger) -> {
            if (ledger.tailSize() > 0) {
                tails.put(identity, ledger.tailToBytes());
            }
        });
        return new CustomerHeader(attributes, published, dueAt, indexedAt, hasBlocks, tails);
    }

    void markScored(@Nullable Published nowPublished, OptionalLong nowDueAt) {
        published = nowPublished;
        dueAt = nowDueAt;
        changed = false;
        importedStage = Stage.UNKNOWN;
        latestArrival = Long.MIN_VALUE;
        earliestChange = OptionalInt.empty();
    }
}
