package io.truenorth.streams.topology;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Stage;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.streams.customer.CustomerStates;
import io.truenorth.streams.customer.RelationshipLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scores fall over time; customers who are due are rescored, and no others. */
class DueIndexTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<String> SEGMENTS = List.of("region", "tier");

    @TempDir
    private Path state;

    @Test
    void scoresFallOver400DaysAndOnlyDueCustomersAreRescored() {
        PublishedSums sums = new PublishedSums();
        Map<String, Integer> highest = new HashMap<>();
        try (TopologyBench bench = new TopologyBench(Plans.standard(), state, NOON)) {
            RandomTouchpoints touchpoints = new RandomTouchpoints(7, 12);
            for (int event = 0; event < 400; event++) {
                bench.send(touchpoints.before(bench.now()));
            }
            sums.read(bench.scores(), bench.snapshots());
            sums.scores().forEach((customer, score) -> highest.put(customer, score.getWholePoints()));
            long visits = bench.counters().rescored();
            long fallen = bench.counters().published();
            for (int step = 0; step < 400 * 4; step++) {
                long dueBefore = CustomerStates.dueUntil(
                        bench.customers().entries(), bench.now().plus(Duration.ofHours(6)));
                bench.advance(Duration.ofHours(6));
                long visitsNow = bench.counters().rescored();
                assertThat(visitsNow - visits).as("rescores of step " + step).isEqualTo(dueBefore);
                visits = visitsNow;
                List<RelationshipScore> scores = bench.scores();
                scores.forEach(score -> assertThatItFell(sums.scores().get(score.getCustomer()), score));
                sums.read(scores, bench.snapshots());
            }
            fallen = bench.counters().published() - fallen;
            assertThat(visits)
                    .as("rescores, of which " + fallen + " found a fall")
                    .isLessThan(3 * fallen);
            sums.assertExact(SEGMENTS);
        }
        sums.scores()
                .forEach((customer, score) -> assertThat(score.getWholePoints())
                        .as(customer)
                        .isLessThan(Math.max(1, highest.get(customer) / 2 + 2)));
    }

    private static void assertThatItFell(RelationshipScore before, RelationshipScore after) {
        assertThat(after.getWholePoints() < before.getWholePoints()
                        || after.getStage().ordinal() < before.getStage().ordinal()
                        || (before.getDetractor() && !after.getDetractor()))
                .as("%s fell from %s", after, before)
                .isTrue();
    }

    @Test
    void thePublishedScoreLagsByAtMostOneDueInterval() {
        try (TopologyBench bench = new TopologyBench(Plans.standard(), state, NOON)) {
            bench.send(aTouchpoint("purchase").worth(50_000).at("2026-02-28T11:00:00Z"));
            RelationshipScore first = bench.scores().get(0);
            long due = first.getNextDueAt();

            bench.advance(Duration.ofMillis(due - bench.now().toEpochMilli() - 1));
            assertThat(bench.counters().rescored()).isZero();
            bench.advance(Duration.ofSeconds(1));
            assertThat(bench.counters().rescored()).isEqualTo(1);
        }
    }

    @Test
    void aBatchIsBoundedAndTheRestComesNext() {
        TopologyPlan plan = Plans.with(
                TopicCatalogue.standard().withAgreedPartitions(1),
                new RelationshipLimits(10_000, 1L << 28, 10, 30_000));
        try (TopologyBench bench = new TopologyBench(plan, state, NOON)) {
            for (int customer = 0; customer < 25; customer++) {
                bench.send(aTouchpoint("purchase")
                        .by("c-" + customer)
                        .worth(50_000)
                        .at("2026-02-28T11:00:00Z"));
            }
            bench.scores();

            bench.advance(Duration.ofDays(30));
            assertThat(bench.scores()).hasSize(10);
            bench.advance(Duration.ofSeconds(1));
            assertThat(bench.scores()).hasSize(10);
            bench.advance(Duration.ofSeconds(1));
            assertThat(bench.scores()).hasSize(5);
        }
    }

    @Test
    void aCustomerWhoseScoreCannotFallIsNotDue() {
        try (TopologyBench bench = new TopologyBench(Plans.standard(), state, NOON)) {
            bench.send(aTouchpoint("newsletter_sent").byTheBrand().at("2026-02-20T11:00:00Z"));

            assertThat(bench.scores()).singleElement().satisfies(score -> {
                assertThat(score.getStage()).isEqualTo(Stage.UNKNOWN);
                assertThat(score.getNextDueAt()).isNull();
            });
            assertThat(CustomerStates.dueUntil(bench.customers().entries(), Instant.parse("2100-01-01T00:00:00Z")))
                    .isZero();
        }
    }
}
