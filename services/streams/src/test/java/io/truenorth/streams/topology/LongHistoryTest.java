package io.truenorth.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.StageTransition;
import io.truenorth.contract.Touchpoint;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.streams.consent.ConsentDeclaration;
import io.truenorth.streams.customer.CacheBudget;
import io.truenorth.streams.customer.CustomerQueries;
import io.truenorth.streams.customer.CustomerScoring;
import io.truenorth.streams.customer.CustomerStates;
import io.truenorth.streams.customer.ProcessingTimes;
import io.truenorth.streams.customer.Publications;
import io.truenorth.streams.customer.RelationshipLimits;
import io.truenorth.streams.customer.Relationships;
import io.truenorth.streams.decode.ValidTouchpoint;
import io.truenorth.streams.identity.JoinMessageBatch;
import io.truenorth.streams.rollup.Rollup;
import io.truenorth.streams.rollup.ScopeAggregate;
import io.truenorth.streams.rollup.ScopeAggregateFormat;
import io.truenorth.streams.store.CountingEntries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Relationships and roll-up over a long time, without Kafka Streams between them. */
class LongHistoryTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration QUARTER_DAY = Duration.ofHours(6);
    private static final List<String> SEGMENTS = List.of("region", "tier");

    private final CountingEntries customers = new CountingEntries();
    private final Relationships relationships = new Relationships(
            customers,
            new CustomerScoring(
                    new RelationshipScoring(ScoringModel.standard()), SEGMENTS, ConsentDeclaration.standard()),
            new RelationshipLimits(10_000, 20_000_000, 500, 30_000),
            new CacheBudget(20_000_000),
            new ProcessingTimes(lag -> {}, lag -> {}),
            CustomerStates.places());
    private final Rollup rollup = new Rollup(new CountingEntries(), ScoringModel.standard(), 10);
    private final List<RelationshipScore> scores = new ArrayList<>();
    private final List<StageTransition> transitions = new ArrayList<>();
    private final List<AdvocacySnapshot> snapshots = new ArrayList<>();
    private final PublishedSums sums = new PublishedSums();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    /** Forwards the output, differences in their binary form. */
    private final class Forwarded implements Publications {
        @Override
        public void publish(RelationshipScore score) {
            scores.add(score);
        }

        @Override
        public void compact(long at) {
            throw new AssertionError("nothing was deleted");
        }

        @Override
        public void withdraw(String customer, long at) {
            throw new AssertionError("unexpected withdrawal of " + customer);
        }

        @Override
        public void publish(StageTransition transition) {
            transitions.add(transition);
        }

        @Override
        public void publish(String scope, ScopeAggregate difference, long arrivedAt) {
            rollup.add(scope, ScopeAggregateFormat.read(ScopeAggregateFormat.write(difference)));
        }

        @Override
        public void send(JoinMessageBatch messages) {
            throw new AssertionError("unexpected message to " + messages.key());
        }
    }

    @Test
    void sumsAreExactAfterTwoHundredThousandEventsAndAfterFourHundredDaysWithoutOne() {
        relationships.open(() -> now.toEpochMilli(), new Forwarded());
        rollup.publishTo((scope, snapshot) -> snapshots.add(snapshot));
        RandomTouchpoints touchpoints = new RandomTouchpoints(11, 250);
        for (int commit = 0; commit < 20; commit++) {
            for (int event = 0; event < 10_000; event++) {
                relationships.fold(touchpoint(touchpoints.before(now).build()));
            }
            commit();
            now = now.plus(HOUR);
        }
        sums.assertExact(SEGMENTS);
        assertThat(transitions)
                .anyMatch(move -> move.getTo().ordinal() < move.getFrom().ordinal());

        for (int step = 0; step < 400 * 4; step++) {
            now = now.plus(QUARTER_DAY);
            long due = CustomerStates.dueUntil(customers, now);
            long rescored = CustomerStates.counters(customers).rescored();
            relationships.rescoreDue();
            commit();
            assertThat(CustomerStates.counters(customers).rescored() - rescored).isEqualTo(Math.min(due, 500));
        }
        sums.assertExact(SEGMENTS);
        assertThatNobodyWasMissed();
    }

    /**
     * Checks that published scores equal current ones in whole points and stage: every customer was rescored in time.
     */
    private void assertThatNobodyWasMissed() {
        CustomerQueries queries = new CustomerQueries(
                customers, new RelationshipScoring(ScoringModel.standard()), 30_000, ConsentDeclaration.standard());
        sums.scores().forEach((customer, score) -> {
            ScoreSnapshot snapshot = queries.find(customer, now.toEpochMilli())
                    .orElseThrow()
                    .explanation()
                    .snapshot();
            assertThat(score.getWholePoints()).as(customer).isEqualTo(snapshot.wholePoints());
            assertThat(score.getStage().name())
                    .as(customer)
                    .isEqualTo(snapshot.stage().name());
        });
    }

    private void commit() {
        relationships.writeOut();
        rollup.writeOut();
        customers.forgetWrites();
        sums.read(scores, snapshots);
        scores.clear();
        snapshots.clear();
    }

    private ValidTouchpoint touchpoint(Touchpoint touchpoint) {
        return new ValidTouchpoint(
                "crm:" + touchpoint.getIdentities().get(0).getValue(),
                touchpoint.getEventId(),
                Touches.of(touchpoint),
                touchpoint.getOccurredAt(),
                now.toEpochMilli(),
                touchpoint.getAttributes(),
                "test");
    }
}
