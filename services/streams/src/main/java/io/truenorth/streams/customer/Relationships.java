package io.truenorth.streams.customer;

import io.truenorth.contract.TransitionCause;
import io.truenorth.identity.joining.Content;
import io.truenorth.identity.joining.IdentityRanking;
import io.truenorth.identity.joining.Suppression;
import io.truenorth.relationship.ledger.RelationshipLedger.Outcome;
import io.truenorth.relationship.score.Stage;
import io.truenorth.schemas.FailureReason;
import io.truenorth.streams.consent.ConsentContent;
import io.truenorth.streams.consent.Purpose;
import io.truenorth.streams.consent.SetConsent;
import io.truenorth.streams.customer.ScoringResult.ScoreUpdate;
import io.truenorth.streams.decode.ImportedPart;
import io.truenorth.streams.decode.RejectedRecord;
import io.truenorth.streams.decode.ValidTouchpoint;
import io.truenorth.streams.identity.ErasedNames;
import io.truenorth.streams.identity.JoinMessage;
import io.truenorth.streams.identity.LedgerContent;
import io.truenorth.streams.reference.References;
import io.truenorth.streams.store.CommitBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The relationships of one partition. Touches are added to ledgers as they arrive; a customer who changed or is due is
 * rescored (scored, written, published) once, when Kafka Streams commits. A customer is rescored earlier only when
 * evicted from the cache, and between late and current touches, since only current ones count as moves.
 */
public final class Relationships implements CommitBuffer {
    private final CustomerReader reader;
    private final CustomerWriter writer;
    private final CustomerScoring scoring;
    private final CustomerPublisher publisher;
    private final RelationshipLimits limits;
    private final ProcessingTimes times;
    private final CacheBudget budget;
    private final LiveCustomers live;
    private boolean isOpen;
    private final PendingCustomers pending = new PendingCustomers();
    private final DueCustomers due;
    private final References references;
    private final StoredSuppressions suppressions;
    private final ErasureSweep sweep;
    private final ErasureCompaction compaction;
    private final CounterSums counters = new CounterSums();
    private final JoinSums joins = new JoinSums();
    private final UnsentMessages messages = new UnsentMessages();
    private ImportCounters imports = ImportCounters.ZERO;
    private @Nullable IdentityRanking rankingToStore;
    private LongSupplier clock = Relationships::notOpen;

    /**
     * Creates the relationships of one partition.
     *
     * @param entries the store
     * @param budget of the heap for decoded customers
     * @param times receives how long processing took
     * @param places where data of an erased customer is
     */
    public Relationships(
            KeyValueStore<Bytes, byte[]> entries,
            CustomerScoring scoring,
            RelationshipLimits limits,
            CacheBudget budget,
            ProcessingTimes times,
            ErasurePlaces places) {
        this.reader = new CustomerReader(entries, limits.reactionWindow());
        this.writer = new CustomerWriter(entries);
        this.scoring = scoring;
        this.publisher = new CustomerPublisher(new ScoreMapping(scoring.model()));
        this.limits = limits;
        this.times = times;
        this.budget = budget;
        this.live = new LiveCustomers(budget);
        this.due = new DueCustomers(reader, limits.dueBatch());
        this.suppressions = new StoredSuppressions(entries);
        this.references = new References(entries, suppressions, limits.references(), limits.dueBatch());
        this.sweep = new ErasureSweep(entries, suppressions, references, limits.dueBatch(), this::now, this::forget);
        this.compaction = new ErasureCompaction(entries, places);
    }

    /**
     * Connects the clock and the output; must be called before any other method.
     *
     * @param newClock wall-clock time, epoch ms
     * @param newPublications the output
     */
    public void open(LongSupplier newClock, Publications newPublications) {
        clock = newClock;
        publisher.publishTo(newPublications);
        if (!isOpen) {
            isOpen = true;
            budget.join();
        }
    }

    /**
     * Requires that customers are joined by the order of namespaces by which they were joined before. The first one is stored
     * with the next commit.
     *
     * @throws ChangedRankingException if it is another
     */
    public void requireRanking(IdentityRanking ranking) {
        Optional<IdentityRanking> stored = reader.ranking();
        stored.filter(former -> !former.namespaces().equals(ranking.namespaces()))
                .ifPresent(former -> {
                    throw new ChangedRankingException(former.namespaces(), ranking.namespaces());
                });
        rankingToStore = stored.isPresent() ? null : ranking;
    }

    /** Counts a record consumed from the topic of touchpoints. */
    public void countReceived() {
        counters.received++;
    }

    /** Counts a record forwarded to the partition of its identity. */
    public void countRekeyed() {
        counters.rekeyed++;
    }

    /** Counts a rejected record. */
    public void countFailed(FailureReason reason) {
        counters.countFailed(reason);
    }

    /**
     * Adds a touch, unless its event was already counted, or its customer does not consent to scoring. Consent that the event
     * sets holds for itself.
     *
     * @return the rejection; empty if the touch was added or is not to be. The caller counts the rejection
     */
    public Optional<RejectedRecord> fold(ValidTouchpoint touchpoint) {
        makeRoom();
        return fold(customer(touchpoint.identity()), touchpoint);
    }

    /** Adds a touch to a customer who has its identity, as {@link #fold(ValidTouchpoint)} does. */
    Optional<RejectedRecord> fold(LiveCustomer customer, ValidTouchpoint touchpoint) {
        if (!touchpoint.consents().isEmpty()) {
            take(customer, touchpoint.identity(), touchpoint.consents());
        }
        if (!scoring.allows(customer)) {
            counters.suppressed++;
            return Optional.empty();
        }
        beginAnew(customer, touchpoint.identity());
        if (customer.changed() && (customer.isJoined() || customer.isLate() != touchpoint.isLate())) {
            rescoreEarly(customer);
        }
        Outcome outcome;
        try {
            outcome = customer.fold(touchpoint, limits);
        } catch (ArithmeticException e) {
            return Optional.of(new RejectedRecord(
                    FailureReason.SUM_OVERFLOW, "", "the customer's sums would overflow 64 bits", touchpoint.source()));
        }
        return switch (outcome) {
            case ADDED -> {
                counters.scored++;
                pending.add(customer);
                yield Optional.empty();
            }
            case REPLACED -> {
                counters.duplicates++;
                pending.add(customer);
                yield Optional.empty();
            }
            case DUPLICATE -> {
                counters.duplicates++;
                if (customer.changed()) {
                    pending.add(customer); // it said something new of the customer
                }
                yield Optional.empty();
            }
            case DAY_FULL ->
                Optional.of(new RejectedRecord(
                        FailureReason.DAY_FULL,
                        "occurredAt",
                        "the customer has " + limits.maxEventsPerDay() + " events on this day, the maximum",
                        touchpoint.source()));
            case UNKNOWN_CONTENT ->
                Optional.of(new RejectedRecord(
                        FailureReason.UNKNOWN_CONTENT,
                        touchpoint.touch().isRetraction() ? "retracts" : "revision",
                        "the event was stored by an earlier version, which did not keep what it counted",
                        touchpoint.source()));
        };
    }

    /** Counts a record consumed from the topic of imports. */
    public void countImportReceived() {
        imports = imports.withReceived();
    }

    /** Counts a rejected record of an import. */
    public void countImportFailed() {
        imports = imports.withFailed();
    }

    /**
     * Unites a part of an exported customer with the customer's ledgers, as often as it comes. What it changes is late: it is
     * no move, and a stage that was published where the customer was exported is no transition.
     */
    public void unite(ImportedPart part) {
        makeRoom();
        LiveCustomer customer = customer(part.customer());
        part.consents().forEach((identity, said) -> take(customer, identity, said));
        if (!part.ledgers().isEmpty() || !part.attributes().isEmpty()) {
            beginAnew(customer, part.customer());
        }
        if (customer.changed() && (customer.isJoined() || !customer.isLate())) {
            rescoreEarly(customer);
        }
        customer.unite(part, limits.reactionWindow(), scoring.declared().keepsLedgers());
        countUnited();
        pending.add(customer);
    }

    /** Counts a part that was united. */
    void countUnited() {
        imports = imports.withUnited();
    }

    /** Marks at most one batch of customers due now, to be rescored with the next commit. */
    public void rescoreDue() {
        for (String id : due.at(clock.getAsLong())) {
            makeRoom();
            LiveCustomer customer = customer(id);
            customer.visit();
            if (pending.add(customer)) {
                counters.rescored++;
            }
        }
    }

    /** Returns whose references are. */
    References references() {
        return references;
    }

    /** Counts touchpoints that wait for the owner of their reference; fewer of them if negative. */
    void countWaiting(int more) {
        counters.waiting += more;
    }

    /** Counts a touchpoint of an identity that was erased. */
    void countSuppressed() {
        counters.suppressed++;
    }

    /** Returns the erased identities that the partition knows of. */
    StoredSuppressions suppressions() {
        return suppressions;
    }

    /** Takes suppressions, by the hashes of the identities, and has removed what is said of these here. */
    void suppress(Map<String, Suppression> byHash) {
        byHash.forEach(suppressions::add);
        byHash.values().stream().mapToLong(Suppression::until).min().ifPresent(since -> {
            sweep.request(since);
            compaction.request(now());
        });
    }

    /** Removes what some customers and references say of erased identities. */
    public void forgetErased() {
        sweep.step();
    }

    /** Returns whether an identity was erased so lately that links with it may still be known here as reported. */
    boolean isBeingForgotten(String identity) {
        Suppression suppression = suppressions.of(identity);
        return suppression != null && sweep.isPending(suppression.until());
    }

    /** Has compacted away what was deleted lately, if a step is due. */
    public void compactErased() {
        long now = now();
        if (compaction.step(now)) {
            joins.sent++; // to the partition itself
            publisher.compact(now);
        }
    }

    private void forget(String id, ErasedNames erased) {
        makeRoom();
        LiveCustomer customer = customer(id);
        long epoch = epoch(id);
        customer.identities().decoded(epoch).forget(erased);
        if (customer.identities().keep(epoch)) {
            identitiesChanged(customer);
        }
    }

    /** Returns the epoch of a key of which nothing is stored: that of its last erasure, or 0. */
    long epoch(String id) {
        Suppression suppression = suppressions.of(id);
        return suppression == null ? 0 : suppression.epoch();
    }

    /** Completes the erasure of a customer, from whom everything was removed. */
    void erased(LiveCustomer customer) {
        customer.erase();
        pending.add(customer);
        compaction.request(now());
    }

    /** Has a customer's place in the due index looked at with the next writing, as they are one again. */
    void restored(LiveCustomer customer) {
        customer.visit();
        pending.add(customer);
    }

    @Override
    public void writeOut() {
        messages.sendAll(publisher::send);
        references.writeOut();
        sweep.written();
        if (pending.isEmpty() && counters.isZero() && joins.isZero() && imports.equals(ImportCounters.ZERO)) {
            return;
        }
        pending.drainTo(this::rescore);
        writer.flush();
        publisher.publishDeltas();
        writer.write(reader.counters().plus(counters.counted()));
        counters.clear();
        if (!joins.isZero()) {
            writer.write(reader.joins().plus(joins.counted()));
            joins.clear();
        }
        if (!imports.equals(ImportCounters.ZERO)) {
            writer.write(reader.imports().plus(imports));
            imports = ImportCounters.ZERO;
        }
        if (rankingToStore != null) {
            writer.write(rankingToStore);
            rankingToStore = null;
        }
    }

    @Override
    public void discard() {
        writer.discard();
        live.clear();
        pending.clear();
        publisher.discard();
        counters.clear();
        joins.clear();
        imports = ImportCounters.ZERO;
        due.discard();
        references.discard();
        messages.discard();
        suppressions.discard();
        sweep.discard();
        compaction.discard();
    }

    @Override
    public void close() {
        discard();
        if (isOpen) {
            isOpen = false;
            budget.leave();
        }
    }

    /**
     * Applies what is said of the consent of a customer's identity. When the identity withdraws consent to scoring, what is
     * stored of the customer is removed, unless it is declared to be kept; a customer who may be scored again is scored with
     * what is stored.
     */
    void take(LiveCustomer customer, String identity, List<SetConsent> said) {
        boolean hadWithdrawn = customer.hasWithdrawn(identity);
        takeOver(customer, identity, said);
        if (!hadWithdrawn
                && customer.hasWithdrawn(identity)
                && !scoring.declared().keepsLedgers()) {
            customer.removeTouches();
            compaction.request(now());
        }
    }

    /** Applies what another customer knew of the consent of an identity, which it has left. Nothing is removed because of it. */
    void takeOver(LiveCustomer customer, String identity, List<SetConsent> known) {
        boolean wasAllowed = scoring.allows(customer);
        if (!customer.take(identity, known)) {
            return;
        }
        if (!wasAllowed && scoring.allows(customer)) {
            customer.scoreAnew();
        }
        pending.add(customer);
    }

    /** Applies consent that was withdrawn before an erasure to an identity of which something comes again. */
    void beginAnew(LiveCustomer customer, String identity) {
        Suppression suppression = suppressions.of(identity);
        if (suppression != null && suppression.activationWithdrawnAt() > 0) {
            takeOver(
                    customer,
                    identity,
                    List.of(new SetConsent(Purpose.ACTIVATION, false, suppression.activationWithdrawnAt(), "")));
        }
    }

    /** Removes and returns what a customer knows of the consent of an identity, which leaves it. */
    List<Content> removeConsents(LiveCustomer customer, String identity) {
        boolean wasAllowed = scoring.allows(customer);
        if (!wasAllowed && customer.changed()) {
            rescoreEarly(customer); // so that the score is withdrawn, even if what remains may be scored again
        }
        List<SetConsent> removed = customer.removeConsents(identity);
        if (removed.isEmpty()) {
            return List.of();
        }
        if (!wasAllowed && scoring.allows(customer)) {
            customer.scoreAnew();
        }
        pending.add(customer);
        return List.of(ConsentContent.ofIdentity(removed));
    }

    /** Removes and returns what a customer has of an identity. */
    List<Content> removeIdentity(LiveCustomer customer, String identity) {
        if (customer.changed() && !customer.isJoined()) {
            rescoreEarly(customer);
        }
        List<Content> parts = customer.removeIdentity(identity);
        pending.add(customer);
        return parts;
    }

    /** Adds what came under an identity at another customer, unless it is to be removed as consent was withdrawn. */
    void add(LiveCustomer customer, String identity, LedgerContent part) {
        if (!scoring.declared().keepsLedgers() && customer.hasWithdrawn(identity)) {
            return;
        }
        beginAnew(customer, identity);
        if (customer.changed() && !customer.isJoined()) {
            rescoreEarly(customer);
        }
        customer.add(identity, part, limits.reactionWindow());
        pending.add(customer);
    }

    /**
     * Sends a message with the next commit, or earlier if there are many.
     *
     * @param partition of the message's key
     * @param causedAt the time of the record that caused it, epoch ms
     */
    public void send(int partition, JoinMessage message, long causedAt) {
        messages.add(partition, message, causedAt, publisher::send);
    }

    /** Has a customer written with the next commit, whose identities have changed. */
    void identitiesChanged(LiveCustomer customer) {
        pending.add(customer);
    }

    /** Returns the counts of joins, to be increased. */
    JoinSums joins() {
        return joins;
    }

    /** Tells how long a join took, in ms. */
    void joinedAfter(long millis) {
        times.linkToJoin().accept(millis);
    }

    /** Returns the wall-clock time, epoch ms. */
    long now() {
        return clock.getAsLong();
    }

    /** Returns a customer to be changed. They stay in the cache until {@link #makeRoom} is called. */
    LiveCustomer customer(String id) {
        return live.get(id, this::load);
    }

    /** Evicts customers who were not used lately, and writes them. No other customer may be in use. */
    void makeRoom() {
        live.shrink(this::rescoreEarly);
        writer.flush();
    }

    private LiveCustomer load(String id) {
        return reader.findForUpdate(id).map(StoredCustomer::live).orElseGet(() -> LiveCustomer.empty(id));
    }

    private void rescoreEarly(LiveCustomer customer) {
        if (customer.isPending()) {
            rescore(customer);
            pending.wasScoredEarly();
        }
    }

    private void rescore(LiveCustomer customer) {
        if (customer.awaitsParts()) {
            writer.write(customer);
            customer.markWritten();
            return;
        }
        long now = clock.getAsLong();
        TransitionCause cause = scoring.allows(customer) ? cause(customer) : TransitionCause.MERGE;
        OptionalInt earliestChange = customer.earliestChange();
        if (customer.latestArrival() != Long.MIN_VALUE) {
            times.arrivalToScore().accept(now - customer.latestArrival());
            publisher.arrived(customer.latestArrival());
        }
        ScoringResult result = scoring.score(customer, now);
        Published before = customer.published();
        if (result == ScoringResult.NOTHING_LEFT) {
            withdraw(customer, before, now, cause);
            return;
        }
        ScoreUpdate update = result.update();
        Stage importedStage = customer.importedStage();
        Published latest = update == null ? before : update.published();
        customer.markScored(latest, result.dueAt());
        live.measure(customer);
        writer.write(customer);
        due.willBeDue(result.dueAt());
        if (update != null) {
            counters.published++;
            publisher.publish(customer, before, importedStage, update, earliestChange, cause);
        }
    }

    /**
     * Withdraws the score of a customer with an empty ledger, or one that may not be scored. The ids of retracted events are
     * kept, so that a retry of one is recognized as a duplicate.
     */
    private void withdraw(LiveCustomer customer, @Nullable Published before, long now, TransitionCause cause) {
        boolean isErased = customer.isErased();
        customer.markScored(null, OptionalLong.empty());
        live.measure(customer);
        writer.write(customer);
        if (before == null) {
            return;
        }
        counters.published++;
        if (isErased) {
            publisher.forget(customer, before, now);
            return;
        }
        publisher.withdraw(customer, before, now, cause);
    }

    private static TransitionCause cause(LiveCustomer customer) {
        if (!customer.changed()) {
            return TransitionCause.DECAY;
        }
        if (customer.isJoined()) {
            return TransitionCause.MERGE;
        }
        return customer.isLate() ? TransitionCause.LATE_TOUCHPOINT : TransitionCause.TOUCHPOINT;
    }

    private static long notOpen() {
        throw new IllegalStateException("not open");
    }
}
