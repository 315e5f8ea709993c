package io.truenorth.streams.customer;

import io.truenorth.identity.joining.Content;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.ledger.RelationshipLedger.Outcome;
import io.truenorth.relationship.score.Assessment;
import io.truenorth.relationship.score.IncrementalScoring;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.relationship.score.Stage;
import io.truenorth.streams.consent.IdentityConsents;
import io.truenorth.streams.consent.Purpose;
import io.truenorth.streams.consent.SetConsent;
import io.truenorth.streams.decode.ImportedPart;
import io.truenorth.streams.decode.ValidTouchpoint;
import io.truenorth.streams.identity.LedgerContent;
import io.truenorth.streams.identity.LedgerContent.SetAttribute;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A customer in decoded form: a ledger per identity, attributes, consent, and the score last published. Confined to the partition's
 * stream thread.
 */
final class LiveCustomer {
    /** Entries of a ledger that are written with every score; more are moved to blocks, which are written seldom. */
    private static final int LONGEST_TAIL = 64;
    /** The same of all ledgers together. */
    private static final int LONGEST_TAILS = 256;
    /** A customer without a ledger: the maps, the id, and the places in the cache and among the pending. */
    private static final long EMPTY_HEAP_BYTES = 770;

    private final String id;
    private final SortedMap<String, RelationshipLedger> ledgers;
    private final IdentityAttributes attributes;
    private final IdentityConsents consents;
    private final StoredIdentities identities;
    private boolean changed;
    private boolean pending;
    private boolean visited;
    private boolean hasBlocks;
    private OptionalLong indexedAt;
    private @Nullable Published published;
    private OptionalLong dueAt;
    private long latestArrival = Long.MIN_VALUE;
    private OptionalInt earliestChange = OptionalInt.empty();
    private boolean late;
    private boolean joined;
    private boolean erased;
    private @Nullable IncrementalScoring scoring;
    /** The union of the ledgers of several identities, which is scored; null if there is one, or if it is to be built. */
    private @Nullable RelationshipLedger union;

    private long measured;
    private boolean awaitsParts;
    private Stage importedStage = Stage.UNKNOWN;
    /** The identities with imported months of version 1, which are not stored yet. */
    private Set<String> withEarlierMonths = Set.of();
    /** What left with an identity, and is stored yet. */
    private final List<RemovedBlock> removedBlocks = new ArrayList<>();

    /**
     * A block that is not the customer's any more.
     *
     * @param identity of the block
     * @param month of the block
     */
    record RemovedBlock(String identity, int month) {}

    LiveCustomer(String id, SortedMap<String, RelationshipLedger> ledgers, CustomerHeader header) {
        this.id = id;
        this.ledgers = ledgers;
        this.attributes = header.attributes();
        this.consents = header.consents();
        this.published = header.published();
        this.dueAt = header.dueAt();
        this.indexedAt = header.indexedAt();
        this.hasBlocks = header.hasBlocks();
        this.identities = new StoredIdentities(id, header.identities());
    }

    static LiveCustomer empty(String id) {
        return new LiveCustomer(id, new TreeMap<>(), CustomerHeader.empty());
    }

    String id() {
        return id;
    }

    IdentityAttributes attributes() {
        return attributes;
    }

    IdentityConsents consents() {
        return consents;
    }

    StoredIdentities identities() {
        return identities;
    }

    @Nullable
    Published published() {
        return published;
    }

    OptionalLong dueAt() {
        return dueAt;
    }

    /** Estimates the heap that the customer uses now, in bytes. */
    long measure() {
        long bytes = EMPTY_HEAP_BYTES
                + attributes.heapBytes()
                + consents.heapBytes()
                + identities.heapBytes()
                + (scoring == null ? 0 : scoring.heapBytes());
        if (published != null) {
            bytes += published.heapBytes();
        }
        for (RelationshipLedger ledger : ledgers.values()) {
            bytes += ledger.heapBytes();
        }
        if (union != null) {
            bytes += union.heapBytes();
        }
        measured = bytes;
        return bytes;
    }

    /** Returns the heap that the customer used when last measured, in bytes. */
    long measured() {
        return measured;
    }

    /** Returns whether touches were added since the last scoring. */
    boolean changed() {
        return changed;
    }

    /** Returns whether the customer is to be scored. */
    boolean isPending() {
        return pending;
    }

    /** Marks the customer as to be scored; returns whether they were not yet. */
    boolean markPending() {
        boolean first = !pending;
        pending = true;
        return first;
    }

    /** Returns an identity as the header has it: an empty text is the customer's id. */
    private String own(String identity) {
        return identity.equals(id) ? "" : identity;
    }

    /** Applies what is said of an identity's consent; returns whether anything has changed. */
    boolean take(String identity, List<SetConsent> said) {
        return consents.take(own(identity), said);
    }

    /** Returns what is known of an identity's consent for a purpose; null if nothing is. */
    @Nullable
    SetConsent consent(String identity, Purpose purpose) {
        return consents.of(own(identity), purpose);
    }

    /** Removes and returns what is known of an identity's consent. */
    List<SetConsent> removeConsents(String identity) {
        return consents.remove(own(identity));
    }

    /** Returns whether an identity's own consent to scoring is withdrawn. */
    boolean hasWithdrawn(String identity) {
        return consents.isWithdrawn(own(identity), Purpose.SCORING);
    }

    /** Removes what came under any identity, but for consent. */
    void removeTouches() {
        ledgers.forEach(this::removeBlocks);
        hasBlocks = false;
        ledgers.clear();
        attributes.clear();
        forgetScoring();
        changeIdentities();
    }

    /** Has the customer scored with what is stored, who may be scored again. */
    void scoreAnew() {
        if (!changed) {
            changeIdentities();
        }
    }

    private void removeBlocks(String identity, RelationshipLedger ledger) {
        if (hasBlocks) {
            ledger.moveAllToBlocks((month, bytes) -> removedBlocks.add(new RemovedBlock(identity, month)));
        }
    }

    /** Removes what came under an identity, and returns it in parts that fit a message. */
    List<Content> removeIdentity(String identity) {
        List<Content> parts = new ArrayList<>();
        RelationshipLedger ledger = ledgers.remove(identity);
        if (ledger != null) {
            parts.addAll(LedgerContent.of(ledger));
            removeBlocks(identity, ledger);
            hasBlocks &= !ledgers.isEmpty();
            forgetScoring();
        }
        List<SetAttribute> set = new ArrayList<>();
        attributes
                .remove(own(identity))
                .byName()
                .forEach((name, attribute) -> set.add(
                        new SetAttribute(name, attribute.value(), attribute.occurredAt(), attribute.eventId())));
        parts.addAll(LedgerContent.of(set));
        if (!parts.isEmpty()) {
            changeIdentities();
        }
        return parts;
    }

    /** Marks the customer as erased: everything of all identities was removed. */
    void erase() {
        erased = true;
        visited = true;
    }

    /** Returns whether the customer was erased since the last scoring. */
    boolean isErased() {
        return erased;
    }

    /** Returns whether consent to scoring is withdrawn, for any identity. */
    boolean hasObjected() {
        return !consents.strictest(Purpose.SCORING).orElse(true);
    }

    /** Returns when consent to activation was withdrawn, for any identity, epoch ms; 0 if it is not. */
    long activationWithdrawnAt() {
        return consents.withdrawnAt(Purpose.ACTIVATION);
    }

    /** Returns whether there is anything of any identity since the last erasure. */
    boolean hasAny() {
        return !ledgers.isEmpty()
                || !consents.byIdentity().isEmpty()
                || published != null && !erased
                || !attributes.byIdentity().isEmpty();
    }

    /** Adds what came under an identity at another customer. */
    void add(String identity, LedgerContent part, long reactionWindow) {
        if (part.entries().length > 0) {
            RelationshipLedger ledger = ledger(identity, reactionWindow);
            ledger.addAll(part.entries());
            forgetScoring();
            if (ledger.hasEarlierMonths()) {
                addWithEarlierMonths(identity);
            }
        }
        part.attributes()
                .forEach(set -> attributes.take(
                        own(identity), Map.of(set.name(), set.value()), set.occurredAt(), set.eventId()));
        changeIdentities();
    }

    private void changeIdentities() {
        changed = true;
        late = false;
        joined = true;
        earliestChange = firstDay();
    }

    /** Returns whether the change not yet scored is that of a join or a split. Other changes are never pending with it. */
    boolean isJoined() {
        return joined;
    }

    /** Removes and returns the blocks that are to be deleted. */
    List<RemovedBlock> takeRemovedBlocks() {
        List<RemovedBlock> taken = List.copyOf(removedBlocks);
        removedBlocks.clear();
        return taken;
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

    private OptionalInt firstDay() {
        return ledgers.values().stream()
                .map(RelationshipLedger::firstDay)
                .flatMapToInt(OptionalInt::stream)
                .min();
    }

    /** Returns the last epoch day with a cell of the union of the ledgers of all identities; empty if there is none. */
    OptionalInt lastDay() {
        return whole().lastDay();
    }

    /** Assesses the union of the ledgers of all identities at a time, epoch ms. */
    Assessment assess(RelationshipScoring rules, long t) {
        if (scoring == null) {
            scoring = rules.of(whole());
        }
        return scoring.assess(t);
    }

    private RelationshipLedger whole() {
        if (ledgers.size() == 1) {
            return ledgers.values().iterator().next();
        }
        if (union == null) {
            union = unionOfLedgers();
        }
        return union;
    }

    private RelationshipLedger unionOfLedgers() {
        Iterator<RelationshipLedger> each = ledgers.values().iterator();
        RelationshipLedger all = each.hasNext() ? each.next().copy() : new RelationshipLedger();
        each.forEachRemaining(all::addAll);
        return all;
    }

    /** Has the union of the ledgers built anew, as one of them was added, removed or changed as a whole. */
    private void forgetScoring() {
        scoring = null;
        union = null;
    }

    private RelationshipLedger ledger(String identity, long reactionWindow) {
        RelationshipLedger ledger = ledgers.get(identity);
        if (ledger == null) {
            ledger = new RelationshipLedger(reactionWindow);
            ledgers.put(identity, ledger);
            forgetScoring();
        }
        return ledger;
    }

    /**
     * Adds a touch to the ledger of its identity.
     *
     * @throws ArithmeticException if a sum overflows a {@code long}; nothing has changed then
     */
    Outcome fold(ValidTouchpoint touchpoint, RelationshipLimits limits) {
        RelationshipLedger ledger = ledger(touchpoint.identity(), limits.reactionWindow());
        Outcome outcome = ledger.add(touchpoint.touch(), limits.maxEventsPerDay());
        if (outcome == Outcome.DAY_FULL || outcome == Outcome.UNKNOWN_CONTENT) {
            return outcome;
        }
        boolean said = attributes.take(
                own(touchpoint.identity()), touchpoint.attributes(), touchpoint.occurredAt(), touchpoint.eventId());
        if (said || outcome != Outcome.DUPLICATE) {
            change(touchpoint);
        }
        if (union != null && union.add(touchpoint.touch(), limits.maxEventsPerDay()) == Outcome.DAY_FULL) {
            forgetScoring();
        }
        return outcome;
    }

    private void change(ValidTouchpoint touchpoint) {
        int day = touchpoint.touch().day();
        changed = true;
        latestArrival = Math.max(latestArrival, touchpoint.arrivedAt());
        earliestChange = OptionalInt.of(Math.min(earliestChange.orElse(Integer.MAX_VALUE), day));
        late = touchpoint.isLate();
    }

    /**
     * Unites a part of an exported customer with this one. The customer is scored after the last part.
     */
    void unite(ImportedPart part, long reactionWindow, boolean keepsLedgers) {
        awaitsParts = !part.isLast();
        if (keepsLedgers || !hasWithdrawn(id)) {
            uniteTouches(part, reactionWindow);
        }
        if (part.isLast()) {
            changed = true;
            late = true;
            importedStage = part.published();
            earliestChange = firstDay();
        }
    }

    private void uniteTouches(ImportedPart part, long reactionWindow) {
        for (Map.Entry<String, RelationshipLedger> imported : part.ledgers().entrySet()) {
            RelationshipLedger ledger = ledger(imported.getKey(), reactionWindow);
            ledger.addAll(imported.getValue());
            forgetScoring();
            if (imported.getValue().hasEarlierMonths()) {
                addWithEarlierMonths(imported.getKey());
            }
        }
        part.attributes()
                .forEach(set -> attributes.take(
                        own(set.getIdentity()),
                        Map.of(set.getName(), set.getValue()),
                        set.getOccurredAt(),
                        set.getEventId()));
    }

    private void addWithEarlierMonths(String identity) {
        Set<String> identities = new HashSet<>(withEarlierMonths);
        identities.add(identity);
        withEarlierMonths = identities;
    }

    /** Returns whether only a part of an exported customer was united since the last writing, and not the last one. */
    boolean awaitsParts() {
        return awaitsParts && !changed;
    }

    void markWritten() {
        awaitsParts = false;
        pending = false;
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

    /** Moves the entries of each ledger whose tail is long to blocks, which are passed to a visitor; of all if they are many. */
    void moveTailsToBlocks(IdentityBlockVisitor visitor) {
        boolean crowded = ledgers.size() > 1
                && ledgers.values().stream()
                                .mapToInt(RelationshipLedger::tailSize)
                                .sum()
                        > LONGEST_TAILS;
        ledgers.forEach((identity, ledger) -> {
            if (withEarlierMonths.contains(identity)) {
                ledger.moveAllToBlocks((month, bytes) -> visitor.visit(identity, month, bytes));
                hasBlocks = true;
            } else if (crowded && ledger.hasTail()
                    || ledger.size() > LONGEST_TAIL && ledger.tailSize() > LONGEST_TAIL) {
                ledger.moveTailToBlocks((month, bytes) -> visitor.visit(identity, month, bytes));
                hasBlocks = true;
            }
        });
        withEarlierMonths = Set.of();
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
            if (ledger.hasTail()) {
                tails.put(own(identity), ledger.tailToBytes());
            }
        });
        return new CustomerHeader(
                attributes, consents, published, dueAt, indexedAt, hasBlocks, tails, identities.toBytes());
    }

    void markScored(@Nullable Published nowPublished, OptionalLong nowDueAt) {
        published = nowPublished;
        dueAt = nowDueAt;
        changed = false;
        joined = false;
        erased = false;
        pending = false;
        importedStage = Stage.UNKNOWN;
        latestArrival = Long.MIN_VALUE;
        earliestChange = OptionalInt.empty();
    }
}
