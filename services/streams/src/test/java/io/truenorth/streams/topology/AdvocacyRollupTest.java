package io.truenorth.streams.topology;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.contract.Stage;
import io.truenorth.contract.StageMove;
import io.truenorth.contract.StageTransition;
import io.truenorth.contract.TransitionCause;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.streams.customer.RelationshipLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dashboard aggregates are exactly the sums of the published scores. */
class AdvocacyRollupTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<String> SEGMENTS = List.of("region", "tier");

    @TempDir
    private Path state;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void everyScopeIsTheFoldOfTheLastPublishedScores(long seed) {
        RandomTouchpoints touchpoints = new RandomTouchpoints(seed, 40);
        PublishedSums sums = new PublishedSums();
        List<StageTransition> transitions = new ArrayList<>();
        try (TopologyBench bench = new TopologyBench(Plans.standard(), state, NOON)) {
            for (int round = 0; round < 30; round++) {
                for (int event = 0; event < 30; event++) {
                    bench.send(touchpoints.before(bench.now()));
                }
                bench.advance(Duration.ofHours(touchpoints.below(touchpoints.oneIn(10) ? 2_000 : 30)));
                sums.read(bench.scores(), bench.snapshots());
                transitions.addAll(bench.transitions());
                sums.assertExact(SEGMENTS);
            }
        }
        assertThat(transitions)
                .as("moves up")
                .anyMatch(move -> move.getTo().ordinal() > move.getFrom().ordinal());
        assertThat(transitions)
                .as("moves down")
                .anyMatch(move -> move.getTo().ordinal() < move.getFrom().ordinal());
        assertThat(sums.snapshot("all").getDetractors()).isPositive();
    }

    @Test
    void aCacheOfOneCustomerGivesTheSameSums() {
        TopologyPlan tight = Plans.with(
                TopicCatalogue.standard().withAgreedPartitions(1), new RelationshipLimits(10_000, 1, 500, 30_000));
        RandomTouchpoints touchpoints = new RandomTouchpoints(4, 25);
        PublishedSums sums = new PublishedSums();
        try (TopologyBench bench = new TopologyBench(tight, state, NOON)) {
            for (int event = 0; event < 1_000; event++) {
                bench.send(touchpoints.before(bench.now()));
            }
            bench.advance(Duration.ofDays(40));
            sums.read(bench.scores(), bench.snapshots());
        }
        sums.assertExact(SEGMENTS);
    }

    @Test
    void aCustomerWhoChangesRegionLeavesThePreviousOne() {
        PublishedSums sums = new PublishedSums();
        try (TopologyBench bench = new TopologyBench(Plans.standard(), state, NOON)) {
            bench.send(aTouchpoint("purchase").at("2026-02-20T11:00:00Z").with("region", "north"));
            bench.send(aTouchpoint("purchase").at("2026-02-21T11:00:00Z").with("region", "south"));
            sums.read(bench.scores(), bench.snapshots());
        }

        assertThat(sums.snapshot("region=north").getCustomers()).isZero();
        assertThat(sums.snapshot("region=south").getCustomers()).isEqualTo(1);
        assertThat(sums.snapshot("tier=unset").getCustomers()).isEqualTo(1);
        sums.assertExact(SEGMENTS);
    }

    @Test
    void aNewDayStartsWithoutMoves() {
        try (TopologyBench bench = new TopologyBench(Plans.standard(), state, NOON)) {
            bench.send(aTouchpoint("purchase").by("c-1").at("2026-03-01T11:00:00Z"));
            AdvocacySnapshot first = all(bench.snapshots());
            bench.advance(Duration.ofHours(12));
            bench.snapshots();
            bench.send(aTouchpoint("purchase").by("c-2").at("2026-03-01T23:30:00Z"));
            AdvocacySnapshot second = all(bench.snapshots());

            assertThat(second.getDay()).isEqualTo(first.getDay() + 1);
            assertThat(second.getCustomers()).isEqualTo(2);
            assertThat(second.getStageMoves()).containsExactly(new StageMove(Stage.UNKNOWN, Stage.AWARE, 1L));
        }
    }

    @Test
    void whatALoadedPastChangesIsSummedUpButIsNoMoveOfToday() {
        PublishedSums sums = new PublishedSums();
        try (TopologyBench bench = new TopologyBench(Plans.standard(), state, NOON)) {
            bench.send(aTouchpoint("purchase").by("c-1").on("store").at("2026-02-22T11:59:59Z"));
            sums.read(bench.scores(), bench.snapshots());

            sums.assertExact(SEGMENTS);
            assertThat(sums.snapshot("all").getStages().getAware()).isEqualTo(1);
            assertThat(sums.snapshot("all").getStageMoves()).isEmpty();
            assertThat(sums.snapshot("channel=store").getPointsMoves()).isEmpty();
            assertThat(bench.transitions())
                    .singleElement()
                    .satisfies(move -> assertThat(move.getCause()).isEqualTo(TransitionCause.LATE_TOUCHPOINT));

            bench.send(aTouchpoint("purchase").by("c-2").on("store").at("2026-02-22T12:00:00Z"));
            sums.read(bench.scores(), bench.snapshots());

            sums.assertExact(SEGMENTS);
            assertThat(sums.snapshot("all").getStageMoves())
                    .containsExactly(new StageMove(Stage.UNKNOWN, Stage.AWARE, 1L));
            assertThat(sums.snapshot("channel=store").getPointsMoves()).isNotEmpty();
        }
    }

    @Test
    void pointsOfAChannelAreGainedByTouchesAndLostByTime() {
        try (TopologyBench bench = new TopologyBench(Plans.standard(), state, NOON)) {
            bench.send(aTouchpoint("purchase").on("store").worth(40_000).at("2026-02-28T11:00:00Z"));
            AdvocacySnapshot gained = of("channel=store", bench.snapshots());
            bench.advance(Duration.ofDays(60));
            AdvocacySnapshot lost = of("channel=store", bench.snapshots());

            assertThat(gained.getPointsMoves()).singleElement().satisfies(move -> {
                assertThat(move.getKind()).isEqualTo("purchase");
                assertThat(move.getGained()).isPositive();
                assertThat(move.getLost()).isZero();
            });
            assertThat(lost.getPointsMoves())
                    .singleElement()
                    .satisfies(move -> assertThat(move.getLost()).isPositive());
        }
    }

    private static AdvocacySnapshot all(List<AdvocacySnapshot> snapshots) {
        return of("all", snapshots);
    }

    private static AdvocacySnapshot of(String scope, List<AdvocacySnapshot> snapshots) {
        return snapshots.stream()
                .filter(snapshot -> snapshot.getScope().equals(scope))
                .reduce((before, after) -> after)
                .orElseThrow();
    }
}
