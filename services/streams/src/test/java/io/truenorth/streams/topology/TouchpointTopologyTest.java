package io.truenorth.streams.topology;

import static io.truenorth.contract.TransitionCause.DECAY;
import static io.truenorth.contract.TransitionCause.TOUCHPOINT;
import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Stage;
import io.truenorth.contract.StageTransition;
import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.ledger.Touch;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.relationship.score.ScoreSnapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processing of valid touchpoints. */
class TouchpointTopologyTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private TopologyBench bench;

    @BeforeEach
    void start(@TempDir Path state) {
        bench = new TopologyBench(Plans.standard(), state, NOON);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void aTouchpointIsScoredByTheModelAtTheTimeOfItsCommit() {
        bench.send(aTouchpoint("purchase")
                .withId("e-1")
                .by("c-1")
                .on("store")
                .about("espresso")
                .worth(4_200)
                .saying(0.5)
                .at("2026-02-20T11:00:00Z"));

        RelationshipLedger ledger = new RelationshipLedger();
        ledger.add(Touch.of(
                "e-1",
                Instant.parse("2026-02-20T11:00:00Z").toEpochMilli(),
                "store",
                "purchase",
                "espresso",
                Direction.INBOUND,
                Sentiment.POSITIVE,
                4_200));
        ScoreSnapshot expected = new RelationshipScoring(ScoringModel.standard()).snapshot(ledger, NOON.toEpochMilli());
        assertThat(bench.scores()).singleElement().satisfies(score -> {
            assertThat(score.getCustomer()).isEqualTo("crm:c-1");
            assertThat(score.getScoredAt()).isEqualTo(NOON.toEpochMilli());
            assertThat(score.getScore()).isEqualTo(expected.score());
            assertThat(score.getContributions().getMoney())
                    .isEqualTo(expected.contributions().money());
            assertThat(score.getStage().name()).isEqualTo(expected.stage().name());
            assertThat(score.getInboundTouches()).isEqualTo(1);
            assertThat(score.getFirstTouchAt())
                    .isEqualTo(Instant.parse("2026-02-20T00:00:00Z").toEpochMilli());
            assertThat(score.getNextDueAt()).isGreaterThan(NOON.toEpochMilli());
            assertThat(score.getModelId()).isEqualTo("standard");
        });
        assertThat(bench.lags()).containsExactly(0L);
    }

    @Test
    void channelsAddUpToTheDimensionsThatAreSplit() {
        bench.send(aTouchpoint("purchase").on("store").worth(4_200).at("2026-02-20T11:00:00Z"));
        bench.send(aTouchpoint("review_posted").on("web").at("2026-02-21T11:00:00Z"));

        RelationshipScore score = last(bench.scores());
        assertThat(score.getChannels().stream()
                        .mapToLong(channel -> channel.getContribution())
                        .sum())
                .isEqualTo(score.getContributions().getEngagement()
                        + score.getContributions().getMoney()
                        + score.getContributions().getConnectedness()
                        + score.getContributions().getAdvocacy());
    }

    @Test
    void aDuplicateIsDroppedAndCountedHoweverLateItComes() {
        bench.send(aTouchpoint("purchase").withId("e-1").at("2026-02-20T11:00:00Z"));
        bench.send(aTouchpoint("page_visited").withId("e-2").at("2026-02-25T11:00:00Z"));
        bench.scores();

        bench.advance(Duration.ofHours(2));
        bench.send(aTouchpoint("purchase").withId("e-1").at("2026-02-20T11:00:00Z"));

        assertThat(bench.scores()).isEmpty();
        assertThat(bench.counters().duplicates()).isEqualTo(1);
        assertThat(bench.counters().scored()).isEqualTo(2);
    }

    @Test
    void aRetractionTakesItsEventBackEvenIfItComesFirst() {
        TouchpointBuilder refund =
                aTouchpoint("purchase").withId("r-1").worth(900).takingBack("e-1");
        bench.send(aTouchpoint("page_visited").at("2026-02-21T10:00:00Z"));
        RelationshipScore before = last(bench.scores());

        bench.send(refund.at("2026-02-20T11:00:00Z"));
        bench.send(aTouchpoint("purchase").withId("e-1").worth(900).at("2026-02-20T11:00:00Z"));

        assertThat(last(bench.scores()).getScore()).isEqualTo(before.getScore());
    }

    /** Whatever else a retraction says: its own content is ignored. */
    @Test
    void aRetractionTakesBackWhatItsEventCountedAndNothingElse() {
        bench.send(aTouchpoint("survey_answered")
                .withId("s1")
                .on("survey")
                .saying(-1)
                .at("2026-02-28T10:00:00Z"));
        bench.send(aTouchpoint("page_viewed").withId("v1").at("2026-02-28T10:00:00Z"));
        bench.send(aTouchpoint("page_viewed").withId("v2").at("2026-02-28T11:00:00Z"));
        RelationshipScore before = last(bench.scores());

        bench.send(aTouchpoint("")
                .withId("s1-r")
                .on("")
                .saying(1)
                .worth(900)
                .with("region", "north")
                .takingBack("s1")
                .at("2026-02-28T10:00:00Z"));
        bench.send(aTouchpoint("page_viewed").withId("v1-a").takingBack("v1").at("2026-02-28T10:00:00Z"));
        bench.send(aTouchpoint("page_viewed").withId("v1-b").takingBack("v1").at("2026-03-01T10:00:00Z"));

        RelationshipScore after = last(bench.scores());
        assertThat(before.getDetractorRisk()).isPositive();
        assertThat(after.getDetractorRisk()).isZero();
        assertThat(after.getInboundTouches()).isOne();
        assertThat(after.getContributions().getMoney()).isZero();
        assertThat(after.getAttributes()).isEmpty();
        assertThat(bench.failed()).isEmpty();
    }

    @Test
    void aClickOfAMailScannerIsAutomatedWhicheverComesFirst() {
        TouchpointBuilder click = aTouchpoint("email_clicked")
                .on("email")
                .withId("click")
                .inContext("message", "m-1")
                .at("2026-02-28T10:00:05Z");
        TouchpointBuilder unsubscribe = aTouchpoint("unsubscribed")
                .on("email")
                .withId("unsubscribe")
                .inContext("message", "m-1")
                .at("2026-02-28T10:00:06Z");
        bench.send(click);
        bench.send(unsubscribe);
        RelationshipScore before = last(bench.scores());
        assertThat(before.getScore()).isPositive();
        assertThat(before.getDepartures()).hasSize(1);

        bench.send(aTouchpoint("email_delivered")
                .on("email")
                .byTheBrand()
                .inContext("message", "m-1")
                .at("2026-02-28T10:00:00Z"));

        RelationshipScore after = last(bench.scores());
        assertThat(after.getScore()).isZero();
        assertThat(after.getDepartures()).isEmpty();
        assertThat(after.getInboundTouches()).isEqualTo(2);
    }

    @Test
    void aFullyRetractedCustomerIsCountedNowhere() {
        TouchpointBuilder visit = aTouchpoint("page_viewed")
                .by("gone")
                .withId("x")
                .with("region", "south")
                .at("2026-02-28T10:00:00Z");
        bench.send(visit);
        bench.send(aTouchpoint("page_viewed").by("stays").at("2026-02-28T10:00:00Z"));

        bench.send(aTouchpoint("page_viewed")
                .by("gone")
                .withId("x-r")
                .takingBack("x")
                .at("2026-02-28T10:00:00Z"));
        bench.send(visit);

        Map<String, RelationshipScore> scores = bench.scoresByCustomer();
        assertThat(scores).containsOnlyKeys("crm:gone", "crm:stays").containsEntry("crm:gone", null);
        assertThat(bench.counters().duplicates())
                .as("the retraction replaces, the retry is late")
                .isEqualTo(2);
        PublishedSums sums = new PublishedSums();
        sums.read(List.of(scores.get("crm:stays")), bench.snapshots());
        sums.assertExact(Plans.standard().segments());
        assertThat(sums.snapshot("region=south").getCustomers()).isZero();
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        List<TouchpointBuilder> there = List.of(
                aTouchpoint("purchase").by("there").at("2026-02-20T11:00:00Z").with("tier", "gold"),
                aTouchpoint("review_posted")
                        .by("there")
                        .at("2025-12-20T11:00:00Z")
                        .with("tier", "silver"),
                aTouchpoint("page_visited").by("there").at("2026-02-28T11:00:00Z"));
        List<TouchpointBuilder> back = List.of(
                aTouchpoint("page_visited").by("back").at("2026-02-28T11:00:00Z"),
                aTouchpoint("review_posted")
                        .by("back")
                        .at("2025-12-20T11:00:00Z")
                        .with("tier", "silver"),
                aTouchpoint("purchase").by("back").at("2026-02-20T11:00:00Z").with("tier", "gold"));

        there.forEach(bench::send);
        RelationshipScore one = last(bench.scores());
        back.forEach(bench::send);
        RelationshipScore other = last(bench.scores());

        assertThat(other.getScore()).isEqualTo(one.getScore());
        assertThat(other.getAttributes()).isEqualTo(one.getAttributes()).containsEntry("tier", "gold");
    }

    @Test
    void ofTwoAttributesOfOneMomentTheGreaterEventIdDecides() {
        bench.send(aTouchpoint("page_visited")
                .withId("b")
                .at("2026-02-20T11:00:00Z")
                .with("region", "north"));
        bench.send(aTouchpoint("page_visited")
                .withId("a")
                .at("2026-02-20T11:00:00Z")
                .with("region", "south"));

        assertThat(last(bench.scores()).getAttributes()).containsEntry("region", "north");
    }

    @Test
    void anEventALittleAheadOfItsArrivalCountsAsOfItsArrival() {
        bench.send(aTouchpoint("page_visited").at("2026-03-01T12:04:59Z"));

        assertThat(bench.scores())
                .singleElement()
                .satisfies(score -> assertThat(score.getScore()).isPositive());
    }

    @Test
    void aTouchpointOfTheFirstMillisecondOfADayCountsAtOnce(@TempDir Path state) {
        try (TopologyBench midnight =
                new TopologyBench(Plans.standard(), state, Instant.parse("2026-03-01T00:00:00Z"))) {
            midnight.send(aTouchpoint("page_visited").at("2026-03-01T00:00:00Z"));

            assertThat(midnight.scores())
                    .singleElement()
                    .satisfies(score -> assertThat(score.getScore()).isPositive());
        }
    }

    @Test
    void aCustomerTouchedOnlyByTheBrandIsUnknownAndHasNoTransition() {
        bench.send(aTouchpoint("newsletter_sent").byTheBrand().at("2026-02-20T11:00:00Z"));

        assertThat(bench.scores())
                .singleElement()
                .satisfies(score -> assertThat(score.getStage()).isEqualTo(Stage.UNKNOWN));
        assertThat(bench.transitions()).isEmpty();
    }

    @Test
    void aStageIsReachedByTouchpointsAndLostByTime() {
        for (int day = 1; day <= 28; day++) {
            bench.send(aTouchpoint("page_visited").at(String.format("2026-03-%02dT11:00:00Z", day)));
            bench.advance(Duration.ofDays(1));
        }
        List<StageTransition> up = bench.transitions();
        bench.advance(Duration.ofDays(200));

        assertThat(up).extracting(StageTransition::getCause).containsOnly(TOUCHPOINT);
        assertThat(up).first().satisfies(first -> assertThat(first.getFrom()).isEqualTo(Stage.UNKNOWN));
        List<StageTransition> down = bench.transitions();
        assertThat(down).extracting(StageTransition::getCause).containsOnly(DECAY);
        assertThat(down.get(0).getFrom()).isEqualTo(last(up).getTo());
        assertThat(down.get(0).getAt()).isEqualTo(bench.now().toEpochMilli());
    }

    @Test
    void moneyIsConvertedByTheDeclaredRate() {
        bench.send(aTouchpoint("purchase").by("c-1").worth(1_000, "GBP").at("2026-02-20T11:00:00Z"));
        bench.send(aTouchpoint("purchase").by("c-2").worth(1_150, "EUR").at("2026-02-20T11:00:00Z"));

        List<RelationshipScore> scores = bench.scores();
        assertThat(scores.get(0).getContributions()).isEqualTo(scores.get(1).getContributions());
    }

    private static <T> T last(List<T> values) {
        return values.get(values.size() - 1);
    }
}
