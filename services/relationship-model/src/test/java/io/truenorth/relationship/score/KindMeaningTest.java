package io.truenorth.relationship.score;

import static io.truenorth.relationship.RandomHistory.ledgerOf;
import static io.truenorth.relationship.TouchBuilder.aTouch;
import static io.truenorth.relationship.TouchBuilder.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.relationship.RandomHistory;
import io.truenorth.relationship.Seeds;
import io.truenorth.relationship.TouchBuilder;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.ledger.Touch;
import io.truenorth.relationship.ledger.Version1Month;
import io.truenorth.relationship.model.KindMeaning;
import io.truenorth.relationship.model.KindRule;
import io.truenorth.relationship.model.Kinds;
import io.truenorth.relationship.model.ScoringModel;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Complaints, departures, failures on the brand's side and automatic events never raise a score or a stage. */
class KindMeaningTest {

    private static final long NOW = millis("2026-03-01T10:20:30.456Z");
    private static final ScoringModel MODEL = ScoringModel.standard();
    private static final RelationshipScoring SCORING = new RelationshipScoring(MODEL);

    static Stream<String> kindsThatAreNoEngagement() {
        return MODEL.kinds().rules().entrySet().stream()
                .filter(kind -> !kind.getValue().isEngaging())
                .map(Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("kindsThatAreNoEngagement")
    void aCustomerWithoutTouchesScoresZero(String kind) {
        for (Touch touch : everyForm(kind)) {
            ScoreSnapshot snapshot = SCORING.snapshot(ledgerOf(List.of(touch)), NOW);

            assertThat(snapshot.score()).as("score of %s", touch).isZero();
            assertThat(snapshot.stage()).isEqualTo(Stage.UNKNOWN);
            assertThat(snapshot.advocacyMass()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("kindsThatAreNoEngagement")
    void aHistoryGainsNothing(String kind) {
        Seeds.each(25, seed -> everyForm(kind).forEach(touch -> assertGainsNothing(seed, touch)));
    }

    @Test
    void aComplaintOfAnyKindGainsNothing() {
        Seeds.each(
                200,
                seed -> Stream.of("ticket_opened", "review_posted", "survey_answered", "purchase")
                        .map(kind -> aTouch(kind)
                                .withId("added")
                                .on("support")
                                .saying(Sentiment.NEGATIVE)
                                .at(NOW)
                                .build())
                        .forEach(touch -> assertGainsNothing(seed, touch)));
    }

    private static void assertGainsNothing(long seed, Touch added) {
        RelationshipLedger ledger = ledgerOf(RandomHistory.before(NOW, seed));
        ScoreSnapshot before = SCORING.snapshot(ledger, NOW);
        ledger.add(added);

        ScoreSnapshot after = SCORING.snapshot(ledger, NOW);

        assertThat(after.score()).as("score with %s", added).isLessThanOrEqualTo(before.score());
        assertThat(after.stage()).isLessThanOrEqualTo(before.stage());
        assertThat(after.advocacyMass()).isLessThanOrEqualTo(before.advocacyMass());
        assertThat(after.detractorRisk()).isGreaterThanOrEqualTo(before.detractorRisk());
    }

    /** By the customer and by the brand: plain, with positive and negative sentiment, with money and with a refund. */
    private static List<Touch> everyForm(String kind) {
        return Stream.of(new long[] {0, 50_000, -50_000})
                .flatMap(values -> Arrays.stream(values).boxed())
                .flatMap(value -> Stream.of(Sentiment.values())
                        .flatMap(sentiment -> Stream.of(
                                        aTouch(kind), aTouch(kind).byTheBrand())
                                .map(touch -> touch.withId("added")
                                        .on("email")
                                        .at(NOW)
                                        .saying(sentiment)
                                        .worth(value)
                                        .build())))
                .toList();
    }

    @Test
    void pointsOfAKindThatIsNoEngagementDoNotCount() {
        KindRule passive = new KindRule(5, KindMeaning.PASSIVE);
        RelationshipScoring scoring = new RelationshipScoring(withKind("glance", passive));

        ScoreSnapshot snapshot =
                scoring.snapshot(ledgerOf(List.of(aTouch("glance").at(NOW).build())), NOW);

        assertThat(snapshot.advocacyMass()).isZero();
        assertThat(snapshot.score()).isZero();
    }

    private static ScoringModel withKind(String kind, KindRule rule) {
        return new ScoringModel(
                "test",
                1,
                MODEL.engagement(),
                MODEL.money(),
                MODEL.connectedness(),
                MODEL.reciprocity(),
                MODEL.sentiment(),
                MODEL.advocacy(),
                MODEL.risk(),
                new Kinds(Map.of(kind, rule), MODEL.kinds().unknown()),
                MODEL.stages(),
                MODEL.answerScales());
    }

    @ParameterizedTest
    @EnumSource(Sentiment.class)
    void whatTheBrandSaysOfItselfIsIgnored(Sentiment sentiment) {
        TouchBuilder note = aTouch("note_written").byTheBrand().at(NOW);

        assertThat(SCORING.snapshot(ledgerOf(List.of(note.saying(sentiment).build())), NOW))
                .isEqualTo(SCORING.snapshot(
                        ledgerOf(List.of(note.saying(Sentiment.NONE).build())), NOW));
    }

    @Test
    void whatTheBrandSaidOfItselfInOlderLedgersIsIgnored() {
        RelationshipLedger ledger = ledgerOf(List.of(
                aTouch("ticket_opened").saying(Sentiment.NEGATIVE).at(NOW).build()));
        ledger.addBlock(new Version1Month()
                .ofMonth(Days.monthOf(Days.of(NOW)))
                .withName("email")
                .withName("note_written")
                .withName("")
                .withCell(LocalDate.ofEpochDay(Days.of(NOW)).getDayOfMonth() - 1, 0, 1, 2, 2 + 8, 1, 1)
                .toBytes());

        assertThat(SCORING.snapshot(ledger, NOW).detractorRisk())
                .isEqualTo(SCORING.snapshot(
                                ledgerOf(List.of(aTouch("ticket_opened")
                                        .saying(Sentiment.NEGATIVE)
                                        .at(NOW)
                                        .build())),
                                NOW)
                        .detractorRisk());
    }

    @Test
    void moneyGivenBackCountsOnAKindThatIsNoEngagement() {
        Touch purchase = aTouch("purchase").withId("p").worth(10_000).at(NOW).build();
        Touch refund =
                aTouch("refund").withId("r").byTheBrand().worth(-10_000).at(NOW).build();

        assertThat(SCORING.snapshot(ledgerOf(List.of(purchase, refund)), NOW)
                        .contributions()
                        .money())
                .isZero();
    }

    @Test
    void noStageRisesOnADayWithoutActivity() {
        // Given the points and mass of an advocate, and a risk above the limit that decays
        RelationshipLedger ledger = new RelationshipLedger();
        for (int i = 0; i < 200; i++) {
            ledger.add(aTouch("purchase")
                    .withId("e" + i)
                    .on("channel-" + i % 8)
                    .at(NOW - (i / 8) * Days.MILLIS)
                    .worth(20_000)
                    .build());
        }
        ledger.add(
                aTouch("testimonial_given").withId("t").on("channel-0").at(NOW).build());
        say(ledger, Sentiment.POSITIVE, 6, NOW - 3 * Days.MILLIS);
        say(ledger, Sentiment.NEGATIVE, 3, NOW);
        assertThat(SCORING.snapshot(ledger, NOW).detractorRisk()).isGreaterThan(0.3);
        long later = firstMomentAtARiskOf(0.3, ledger);
        Stage before = SCORING.snapshot(ledger, later).stage();

        // When a mail bounces at that time, and when the customer acts at that time
        RelationshipLedger bounced = ledger.copy();
        bounced.add(aTouch("email_bounced").withId("b").byTheBrand().at(later).build());
        RelationshipLedger visited = ledger.copy();
        visited.add(aTouch("page_visited").withId("v").at(later).build());

        // Then only the customer's act makes an advocate
        assertThat(before).isLessThan(Stage.ADVOCATE);
        assertThat(SCORING.snapshot(bounced, later).stage()).isEqualTo(before);
        assertThat(SCORING.snapshot(visited, later).stage()).isEqualTo(Stage.ADVOCATE);
    }

    private static void say(RelationshipLedger ledger, Sentiment sentiment, int times, long at) {
        for (int i = 0; i < times; i++) {
            ledger.add(aTouch("survey_answered")
                    .withId(sentiment.name() + i)
                    .on("survey")
                    .saying(sentiment)
                    .at(at)
                    .build());
        }
    }

    private static long firstMomentAtARiskOf(double risk, RelationshipLedger ledger) {
        long t = Days.start(Days.of(NOW)) + Days.MILLIS;
        while (SCORING.snapshot(ledger, t).detractorRisk() > risk) {
            t += Days.MILLIS;
        }
        return t + 1;
    }
}
