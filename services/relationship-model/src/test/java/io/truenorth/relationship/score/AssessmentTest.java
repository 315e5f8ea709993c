package io.truenorth.relationship.score;

import static io.truenorth.relationship.RandomHistory.ledgerOf;
import static io.truenorth.relationship.TouchBuilder.aTouch;
import static io.truenorth.relationship.TouchBuilder.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.relationship.RandomHistory;
import io.truenorth.relationship.Seeds;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.ledger.Touch;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.model.StageLimits;
import io.truenorth.relationship.model.Stages;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AssessmentTest {

    private static final long NOW = millis("2026-03-01T10:20:30.456Z");
    private static final RelationshipScoring SCORING = new RelationshipScoring(ScoringModel.standard());

    @Test
    void wholePointsDropAtTheMillisecondThatIsTold() {
        Seeds.each(300, seed -> {
            RelationshipLedger ledger = ledgerOf(RandomHistory.before(NOW, seed));
            Assessment assessment = SCORING.assess(ledger, NOW);
            int points = assessment.snapshot().wholePoints();
            OptionalLong drop = assessment.nextDropOfWholePoints();

            assertThat(drop.isPresent()).isEqualTo(points > 0);
            drop.ifPresent(moment -> {
                assertThat(SCORING.snapshot(ledger, moment - 1).wholePoints()).isEqualTo(points);
                assertThat(SCORING.snapshot(ledger, moment).wholePoints()).isLessThan(points);
            });
        });
    }

    @Test
    void theStageFallsAtTheMillisecondThatIsTold() {
        Seeds.each(300, seed -> {
            RelationshipLedger ledger = ledgerOf(RandomHistory.before(NOW, seed));
            Assessment assessment = SCORING.assess(ledger, NOW);
            Stage stage = assessment.snapshot().stage();
            OptionalLong fall = assessment.nextFallOfStage();

            assertThat(fall.isPresent()).isEqualTo(stage != Stage.UNKNOWN);
            fall.ifPresent(moment -> {
                assertThat(SCORING.snapshot(ledger, moment - 1).stage()).isEqualTo(stage);
                assertThat(SCORING.snapshot(ledger, moment).stage()).isLessThan(stage);
            });
        });
    }

    @Test
    void theDueBoundIsNeverLaterThanAFall() {
        Seeds.each(600, seed -> {
            Assessment assessment = SCORING.assess(ledgerOf(RandomHistory.before(NOW, seed)), NOW);
            OptionalLong due = assessment.dueNoEarlierThan();

            due.ifPresent(bound -> assertThat(bound).isGreaterThan(NOW));
            assessment
                    .nextDropOfWholePoints()
                    .ifPresent(drop -> assertThat(due.orElseThrow()).isLessThanOrEqualTo(drop));
            assessment
                    .nextFallOfStage()
                    .ifPresent(fall -> assertThat(due.orElse(Long.MAX_VALUE)).isLessThanOrEqualTo(fall));
        });
    }

    @Test
    void theDueBoundCoversAGoodPartOfTheWayToAFall() {
        DoubleSummaryStatistics covered = new DoubleSummaryStatistics();
        Seeds.each(300, seed -> {
            Assessment assessment = SCORING.assess(ledgerOf(RandomHistory.before(NOW, seed)), NOW);
            assessment.nextFall().ifPresent(fall -> {
                long bound = assessment.dueNoEarlierThan().orElseThrow();
                covered.accept((double) (bound - NOW) / (fall - NOW));
                if (fall - NOW > Days.MILLIS) {
                    assertThat(bound).as("a bound, not the moment itself").isLessThan(fall);
                }
            });
        });

        assertThat(covered.getMin()).isGreaterThan(0.02);
        assertThat(covered.getAverage()).isGreaterThan(0.3);
    }

    @Test
    void aStageLimitBetweenWholePointsIsDueToo() {
        ScoringModel model = withEngagedDownTo(18.5);
        RelationshipScoring scoring = new RelationshipScoring(model);
        RelationshipLedger ledger = ledgerOf(List.of(
                aTouch("visit").withId("1").at(NOW).build(),
                aTouch("visit").withId("2").on("app").at(NOW).build()));
        long justAbove = scoring.assess(ledger, NOW).nextFallOfStage().orElseThrow() - 3 * 3_600_000;

        Assessment assessment = scoring.assess(ledger, justAbove);

        assertThat(assessment.snapshot().stage()).isEqualTo(Stage.ENGAGED);
        assertThat(assessment.snapshot().score()).isBetween(18_500_000L, 18_600_000L);
        assertThat(assessment.dueNoEarlierThan().orElseThrow())
                .isLessThanOrEqualTo(assessment.nextFallOfStage().orElseThrow());
        assertThat(assessment.nextFall()).isEqualTo(assessment.nextFallOfStage());
    }

    private static ScoringModel withEngagedDownTo(double points) {
        ScoringModel model = ScoringModel.standard();
        Stages stages = model.stages();
        return new ScoringModel(
                model.id(),
                2,
                model.engagement(),
                model.money(),
                model.connectedness(),
                model.reciprocity(),
                model.sentiment(),
                model.advocacy(),
                model.risk(),
                model.kinds(),
                new Stages(
                        new StageLimits(25, points),
                        stages.committed(),
                        stages.loyal(),
                        stages.advocate(),
                        stages.advocacy()),
                model.answerScales());
    }

    @Test
    void rescoringWhenDueFindsEveryFallInFewSteps() {
        Seeds.each(60, seed -> {
            RelationshipLedger ledger = ledgerOf(RandomHistory.before(NOW, seed));
            int visits = 0;
            int falls = 0;
            Assessment last = SCORING.assess(ledger, NOW);
            OptionalLong due = last.dueNoEarlierThan();
            while (due.isPresent()) {
                assertThat(fell(last.snapshot(), SCORING.snapshot(ledger, due.getAsLong() - 1)))
                        .as("a fall before %d", due.getAsLong())
                        .isFalse();
                Assessment visit = SCORING.assess(ledger, due.getAsLong());
                boolean fell = fell(last.snapshot(), visit.snapshot());
                due = fell ? visit.dueNoEarlierThan() : visit.nextFall();
                visits++;
                falls += fell ? 1 : 0;
                last = visit;
            }
            assertThat(last.snapshot().stage()).isEqualTo(Stage.UNKNOWN);
            assertThat(visits).as("visits for %d falls", falls).isLessThanOrEqualTo(2 * falls);
        });
    }

    private static boolean fell(ScoreSnapshot before, ScoreSnapshot after) {
        return after.wholePoints() < before.wholePoints()
                || after.stage().compareTo(before.stage()) < 0
                || (before.detractor() && !after.detractor());
    }

    @Test
    void anAdvocateIsDueWhenTheirAdvocacyFades() {
        List<Touch> touches = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            touches.add(aTouch("purchase")
                    .withId("e" + i)
                    .on("channel-" + i % 8)
                    .at(NOW - (i / 8) * Days.MILLIS)
                    .worth(20_000)
                    .build());
        }
        touches.add(aTouch("review_posted").withId("r").at(NOW).on("review").build());

        Assessment assessment = SCORING.assess(ledgerOf(touches), NOW);

        assertThat(assessment.snapshot().stage()).isEqualTo(Stage.ADVOCATE);
        assertThat(assessment.dueNoEarlierThan().orElseThrow())
                .isLessThanOrEqualTo(assessment.nextFallOfStage().orElseThrow());
    }

    @Test
    void nothingIsDueOfACustomerWhoNeverTouchedUs() {
        RelationshipLedger ledger =
                ledgerOf(List.of(aTouch("newsletter_sent").byTheBrand().at(NOW).build()));

        Assessment assessment = SCORING.assess(ledger, NOW);

        assertThat(assessment.snapshot().stage()).isEqualTo(Stage.UNKNOWN);
        assertThat(assessment.dueNoEarlierThan()).isEmpty();
        assertThat(assessment.nextDropOfWholePoints()).isEmpty();
        assertThat(assessment.nextFallOfStage()).isEmpty();
    }

    @Test
    void aCustomerWithOnlyComplaintsIsADetractorWithoutAScore() {
        ScoreSnapshot snapshot = SCORING.snapshot(twoComplaints(), NOW);

        assertThat(snapshot.score()).isZero();
        assertThat(snapshot.stage()).isEqualTo(Stage.UNKNOWN);
        assertThat(snapshot.detractor()).isTrue();
    }

    @Test
    void aDetractorWithoutAScoreIsDueWhenTheRiskFades() {
        Assessment assessment = SCORING.assess(twoComplaints(), NOW);
        long end = assessment.nextEndOfDetractor().orElseThrow();

        assertThat(assessment.nextFall()).hasValue(end);
        assertThat(assessment.dueNoEarlierThan().orElseThrow()).isBetween(NOW + 1, end);
        assertThat(SCORING.snapshot(twoComplaints(), end - 1).detractor()).isTrue();
        assertThat(SCORING.snapshot(twoComplaints(), end).detractor()).isFalse();
    }

    private static RelationshipLedger twoComplaints() {
        return ledgerOf(List.of(
                aTouch("ticket_opened")
                        .on("support")
                        .saying(Sentiment.NEGATIVE)
                        .at(NOW)
                        .build(),
                aTouch("ticket_opened")
                        .withId("e-2")
                        .on("support")
                        .saying(Sentiment.NEGATIVE)
                        .at(NOW)
                        .build()));
    }

    @Test
    void theDetractorFlagFallsAtTheMillisecondThatIsTold() {
        Seeds.each(300, seed -> {
            RelationshipLedger ledger = ledgerOf(RandomHistory.before(NOW, seed));
            Assessment assessment = SCORING.assess(ledger, NOW);
            OptionalLong end = assessment.nextEndOfDetractor();

            assertThat(end.isPresent()).isEqualTo(assessment.snapshot().detractor());
            end.ifPresent(moment -> {
                assertThat(SCORING.snapshot(ledger, moment - 1).detractor()).isTrue();
                assertThat(SCORING.snapshot(ledger, moment).detractor()).isFalse();
                assertThat(assessment.dueNoEarlierThan().orElseThrow()).isLessThanOrEqualTo(moment);
            });
        });
    }

    @Test
    void askingChangesNoAnswer() {
        Seeds.each(50, seed -> {
            Assessment assessment = SCORING.assess(ledgerOf(RandomHistory.before(NOW, seed)), NOW);
            Explanation explanation = assessment.explanation();
            OptionalLong due = assessment.dueNoEarlierThan();
            OptionalLong drop = assessment.nextDropOfWholePoints();

            assertThat(assessment.explanation()).isEqualTo(explanation);
            assertThat(assessment.dueNoEarlierThan()).isEqualTo(due);
            assertThat(assessment.nextDropOfWholePoints()).isEqualTo(drop);
        });
    }
}
