package io.truenorth.relationship.score;

import static io.truenorth.relationship.RandomHistory.ledgerOf;
import static io.truenorth.relationship.TouchBuilder.aTouch;
import static io.truenorth.relationship.TouchBuilder.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.truenorth.relationship.RandomHistory;
import io.truenorth.relationship.Seeds;
import io.truenorth.relationship.ledger.Cell;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.ledger.Touch;
import io.truenorth.relationship.model.Advocacy;
import io.truenorth.relationship.model.Connectedness;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.model.Engagement;
import io.truenorth.relationship.model.Money;
import io.truenorth.relationship.model.Reciprocity;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.model.SentimentPrior;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RelationshipScoringTest {

    private static final long NOW = millis("2026-03-01T10:20:30.456Z");
    private static final ScoringModel MODEL = ScoringModel.standard();
    private static final RelationshipScoring SCORING = new RelationshipScoring(MODEL);

    @Test
    void contributionsAgreeWithTheFormulasAsWritten() {
        Seeds.each(600, seed -> {
            RelationshipLedger ledger = ledgerOf(RandomHistory.before(NOW, seed));
            for (long t : momentsAround(seed)) {
                NaiveScore naive = new NaiveScore(MODEL, cellsBefore(ledger, t), t);

                ScoreSnapshot snapshot = SCORING.snapshot(ledger, t);

                for (Dimension dimension : Dimension.values()) {
                    assertThat(snapshot.contributions().of(dimension))
                            .as("%s at %d", dimension, t)
                            .isCloseTo(naive.contributions().of(dimension), within(1L));
                }
                assertThat(snapshot.advocacyMass()).isCloseTo(naive.advocacyMass(), within(1e-9));
                assertThat(snapshot.detractorRisk()).isCloseTo(naive.risk(), within(1e-9));
            }
        });
    }

    @Test
    void theStageAgreesWithAStateMachineFedInEventTimeOrder() {
        Seeds.each(250, seed -> {
            RelationshipLedger ledger = ledgerOf(RandomHistory.before(NOW, seed));
            for (long t : momentsAround(seed)) {
                assertThat(SCORING.snapshot(ledger, t).stage())
                        .as("stage at %d", t)
                        .isEqualTo(new NaiveStage(MODEL, cellsBefore(ledger, t)).at(t));
            }
        });
    }

    /** A time in the history, the midnight of one of its days, now, and a time long after. */
    private static List<Long> momentsAround(long seed) {
        Random random = new Random(seed);
        long inside = NOW - random.nextInt(900) * Days.MILLIS - random.nextInt(86_400_000);
        return List.of(inside, Days.start(Days.of(inside)), NOW, NOW + random.nextInt(2_000) * Days.MILLIS);
    }

    @Test
    void theOrderOfArrivalChangesNothing() {
        Seeds.each(200, seed -> {
            List<Touch> touches = RandomHistory.before(NOW, seed);
            List<Touch> shuffled = new ArrayList<>(touches);
            Collections.shuffle(shuffled, new Random(seed));

            assertThat(SCORING.snapshot(ledgerOf(shuffled), NOW)).isEqualTo(SCORING.snapshot(ledgerOf(touches), NOW));
        });
    }

    @Test
    void scoresAndContributionsStayInTheirBounds() {
        Map<Dimension, Double> maxima = MODEL.maxima();
        Seeds.each(600, seed -> {
            ScoreSnapshot snapshot = SCORING.snapshot(ledgerOf(RandomHistory.before(NOW, seed)), NOW);

            assertThat(snapshot.score()).isBetween(0L, 100_000_000L);
            assertThat(snapshot.score()).isEqualTo(snapshot.contributions().sum());
            assertThat(snapshot.wholePoints()).isEqualTo((int) (snapshot.score() / 1_000_000));
            for (Dimension dimension : Dimension.values()) {
                assertThat((double) snapshot.contributions().of(dimension)).isBetween(0.0, maxima.get(dimension));
            }
            assertThat(snapshot.detractorRisk()).isBetween(0.0, Math.nextDown(1.0));
            assertThat(snapshot.advocacyMass()).isNotNegative();
        });
    }

    @Test
    void theRichestCustomerStaysBelowTheMaximumOfEachDimension() {
        RelationshipLedger ledger = new RelationshipLedger();
        for (int i = 0; i < 5_000; i++) {
            ledger.add(aTouch("testimonial_given")
                    .withId("e" + i)
                    .at(NOW - (i % 500) * Days.MILLIS)
                    .on("channel-" + i % 50)
                    .worth(Touch.MAX_VALUE_MINOR)
                    .build());
        }

        Contributions contributions = SCORING.snapshot(ledger, NOW).contributions();
        assertThat(contributions.money()).isEqualTo(11_999_999L);
        assertThat(contributions.engagement()).isBetween(58_000_000L, 59_999_999L);
        assertThat(contributions.reciprocity()).isZero();
        assertThat(contributions.sum()).isBetween(87_000_000L, 91_999_999L);
    }

    @Test
    void withoutTouchesScoreAndStageNeverRise() {
        Seeds.each(300, seed -> {
            Random random = new Random(seed);
            RelationshipLedger ledger = ledgerOf(RandomHistory.before(NOW, seed));
            ScoreSnapshot before = SCORING.snapshot(ledger, NOW);
            long t = NOW;
            for (int i = 0; i < 30; i++) {
                t += 1 + (long) (StrictMath.pow(random.nextDouble(), 6) * 200 * Days.MILLIS);
                ScoreSnapshot after = SCORING.snapshot(ledger, t);

                for (Dimension dimension : Dimension.values()) {
                    assertThat(after.contributions().of(dimension))
                            .as("%s at %d", dimension, after.asOf())
                            .isLessThanOrEqualTo(before.contributions().of(dimension));
                }
                assertThat(after.stage()).isLessThanOrEqualTo(before.stage());
                assertThat(after.detractorRisk()).isLessThanOrEqualTo(before.detractorRisk());
                before = after;
            }
        });
    }

    @Test
    void aDayCountsFromAMillisecondAfterItsBeginning() {
        RelationshipLedger ledger = ledgerOf(
                List.of(aTouch("page_visited").at("2026-03-01T18:00:00Z").build()));

        assertThat(SCORING.score(ledger, millis("2026-03-01"))).isZero();
        assertThat(SCORING.score(ledger, millis("2026-03-01") + 1)).isPositive();
    }

    @Test
    void aModelWithoutADimensionGivesItsWeightToTheOthers() {
        ScoringModel engagementOnly = withEngagementOnly(MODEL);
        RelationshipLedger ledger = ledgerOf(RandomHistory.before(NOW, 11));
        ScoreSnapshot all = SCORING.snapshot(ledger, NOW);

        ScoreSnapshot snapshot = new RelationshipScoring(engagementOnly).snapshot(ledger, NOW);

        assertThat(snapshot.score()).isEqualTo(snapshot.contributions().engagement());
        assertThat((double) snapshot.score()).isCloseTo(all.contributions().engagement() / 0.6, within(2.0));
        assertThat(snapshot.advocacyMass()).isEqualTo(all.advocacyMass());
    }

    private static ScoringModel withEngagementOnly(ScoringModel model) {
        return new ScoringModel(
                "engagement-only",
                1,
                new Engagement(
                        0.2, model.engagement().halfLives(), model.engagement().k()),
                new Money(0, model.money().halfLife(), model.money().k()),
                new Connectedness(0, model.connectedness().halfLife(), 1, 2),
                new Reciprocity(0, model.reciprocity().halfLife(), 1),
                new SentimentPrior(0, 10, 0.9),
                new Advocacy(0, model.advocacy().halfLife(), 1),
                model.risk(),
                model.kinds(),
                model.stages(),
                model.answerScales());
    }

    private static List<Cell> cellsBefore(RelationshipLedger ledger, long t) {
        List<Cell> cells = new ArrayList<>();
        ledger.forEachCell(cells::add);
        return cells.stream().filter(cell -> Days.start(cell.day()) < t).toList();
    }
}
