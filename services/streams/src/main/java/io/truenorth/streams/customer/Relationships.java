package io.truenorth.streams.customer;

import io.truenorth.contract.TransitionCause;
import io.truenorth.relationship.ledger.RelationshipLedger.Outcome;
import io.truenorth.relationship.score.Stage;
import io.truenorth.schemas.FailureReason;
import io.truenorth.streams.customer.CustomerKeys.Due;
import io.truenorth.streams.customer.Settlement.News;
import io.truenorth.streams.intake.Arrival;
import io.truenorth.streams.intake.Refusal;
import io.truenorth.streams.store.CommitBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The relationships of one partition. Touches are folded into ledgers as they come; whoever changed or is due is settled
 * (scored, written, published) once, when Streams commits. Somebody is settled earlier only if the heap is full, and between
 * touches of the past and touches of now, as only the latter move customers.
 */
public final class Relationships implements CommitBuffer {
    private final CustomerReader reader;
    private final CustomerWriter writer;
    private final CustomerScoring scoring;
    private final ScoreMapping mapping;
    private final RelationshipLimits limits;
    private final LongConsumer arrivalToScore;
    private final LiveCustomers live;
    private final Map<String, LiveCustomer> unsettled = new LinkedHashMap<>();
    private final AdvocacyDeltas deltas = new AdvocacyDeltas();
    private final CounterTally counters = new CounterTally();
    private long nobodyDueBefore = Long.MIN_VALUE;
    private LongSupplier clock = Relationships::notOpen;
    private Optional<Publications> publications = Optional.empty();

    /**
     * The relationships of one partition.
     *
     * @param entries what is written
     * @param arrivalToScore told, of each customer who is scored for a touch, how long ago the latest arrived, in ms
     */
    public Relationships(
            KeyValueStore<Bytes, byte[]> entries,
            CustomerScoring scoring,
            RelationshipLimits limits,
            LongConsumer arrivalToScore) {
        this.reader = new CustomerReader(entries);
        this.writer = new CustomerWriter(entries);
        this.scoring = scoring;
        this.mapping = new ScoreMapping(scoring.model());
        this.limits = limits;
        this.arrivalToScore = arrivalToScore;
        this.live = new LiveCustomers(limits.heapWeight());
    }

    /**
     * Begins work.
     *
     * @param newClock wall-clock time, epoch ms
     * @param newPublications where scores go
     */
    public void open(LongSupplier newClock, Publications newPublications) {
        clock = newClock;
        publications = Optional.of(newPublications);
    }

    /** Counts a record that was taken from the topic of touchpoints. */
    public void countReceived() {
        counters.received++;
    }

    /** Counts a record that was sent on to the partition of its identity. */
    public void countRekeyed() {
        counters.rekeyed++;
    }

    /** Counts a record that was refused. */
    public void countFailed(FailureReason reason) {
        counters.countFailed(reason);
    }

    /**
     * Counts a touch, unless its event was counted before.
     *
     * @return why it is refused; nothing if it is counted, now or before. The refusal is not counted yet
     */
    public Optional<Refusal> fold(Arrival arrival) {
        LiveCustomer customer = customer(arrival.customer());
        if (customer.changed() && customer.isLate() != arrival.isLate()) {
            settleEarly(customer);
        }
        Outcome outcome;
        try {
            outcome = customer.fold(arrival, limits.eventsOfDay());
        } catch (ArithmeticException e) {
            return Optional.of(new Refusal(
                    FailureReason.SUM_OVERFLOW, "", "a sum of the customer leaves 64 bits", arrival.source()));
        }
        return switch (outcome) {
            case ADDED -> {
                counters.scored++;
                live.grew(1);
                unsettled.put(customer.id(), customer);
                yield Optional.empty();
            }
            case DUPLICATE -> {
                counters.duplicates++;
                yield Optional.empty();
            }
            case DAY_FULL ->
                Optional.of(new Refusal(
                        FailureReason.DAY_FULL,
                        "occurredAt",
                        "the customer has " + limits.eventsOfDay() + " events on this day, the most that are counted",
                        arrival.source()));
        };
    }

    /** Marks those who are due now, at most one batch of them, to be settled with the next commit. */
    public void visitDue() {
        long now = clock.getAsLong();
        if (now < nobodyDueBefore) {
            return;
        }
        List<Due> due = reader.due(nobodyDueBefore, now, limits.dueBatch());
        for (Due visit : due) {
            if (!unsettled.containsKey(visit.customer())) {
                counters.visited++;
                unsettled.put(visit.customer(), customer(visit.customer()));
            }
        }
        if (due.isEmpty()) {
            nobodyDueBefore = reader.nextDue(nobodyDueBefore).orElse(Long.MAX_VALUE);
        }
    }

    @Override
    public void writeOut() {
        if (unsettled.isEmpty() && counters.isZero()) {
            return;
        }
        unsettled.values().forEach(this::settle);
        unsettled.clear();
        writer.flush();
        deltas.drainTo((scope, difference) -> publications().publish(scope, difference));
        writer.write(reader.counters().plus(counters.counted()));
        counters.clear();
    }

    @Override
    public void discard() {
        writer.discard();
        live.clear();
        unsettled.clear();
        deltas.discard();
        counters.clear();
        nobodyDueBefore = Long.MIN_VALUE;
    }

    private LiveCustomer customer(String id) {
        LiveCustomer customer = live.get(id, this::load);
        live.shrink(this::settleEarly);
        writer.flush();
        return customer;
    }

    private LiveCustomer load(String id) {
        return reader.find(id).map(StoredCustomer::live).orElseGet(() -> LiveCustomer.unheardOf(id));
    }

    private void settleEarly(LiveCustomer customer) {
        if (unsettled.remove(customer.id()) != null) {
            settle(customer);
        }
    }

    private void settle(LiveCustomer customer) {
        long now = clock.getAsLong();
        TransitionCause cause = cause(customer);
        OptionalInt earliestChange = customer.earliestChange();
        if (customer.changed()) {
            arrivalToScore.accept(now - customer.latestArrival());
        }
        Settlement settlement = scoring.settle(customer, now);
        Published before = customer.published();
        if (settlement == Settlement.NOTHING_LEFT) {
            withdraw(customer, before, now, cause);
            return;
        }
        News news = settlement.news();
        Published latest = news == null ? before : news.published();
        writer.write(customer, new CustomerHeader(customer.attributes(), latest, settlement.dueAt()));
        settlement.dueAt().ifPresent(time -> nobodyDueBefore = Math.min(nobodyDueBefore, time));
        customer.settled(latest, settlement.dueAt());
        if (news != null) {
            publications().publish(mapping.score(customer, news.explanation(), earliestChange));
            publishChange(customer, before, news, cause);
        }
    }

    /** The ids of what was taken back are kept, so that a retry of it is a duplicate; all else is as if it had never been. */
    private void withdraw(LiveCustomer customer, @Nullable Published before, long now, TransitionCause cause) {
        writer.write(customer, new CustomerHeader(customer.attributes(), null, OptionalLong.empty()));
        customer.settled(null, OptionalLong.empty());
        if (before == null) {
            return;
        }
        counters.published++;
        long at = Math.max(now, before.scoredAt());
        publications().withdraw(customer.id(), at);
        if (before.stage() != Stage.UNKNOWN) {
            publications().publish(mapping.withdrawal(customer, before.stage(), at, cause));
        }
        deltas.remove(before, at, cause != TransitionCause.LATE_TOUCHPOINT);
    }

    private static TransitionCause cause(LiveCustomer customer) {
        if (!customer.changed()) {
            return TransitionCause.DECAY;
        }
        return customer.isLate() ? TransitionCause.LATE_TOUCHPOINT : TransitionCause.TOUCHPOINT;
    }

    private void publishChange(LiveCustomer customer, @Nullable Published before, News news, TransitionCause cause) {
        counters.published++;
        Stage from = before == null ? Stage.UNKNOWN : before.stage();
        if (from != news.published().stage()) {
            publications()
                    .publish(mapping.transition(
                            customer, from, news.explanation().standing(), cause));
        }
        if (cause == TransitionCause.LATE_TOUCHPOINT) {
            deltas.addPast(before, news.published());
        } else {
            deltas.add(before, news.published());
        }
    }

    private Publications publications() {
        return publications.orElseThrow(() -> new IllegalStateException("not open"));
    }

    private static long notOpen() {
        throw new IllegalStateException("not open");
    }
}
