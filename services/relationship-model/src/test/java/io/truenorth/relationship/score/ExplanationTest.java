package io.truenorth.relationship.score;

import static io.truenorth.relationship.RandomHistory.ledgerOf;
import static io.truenorth.relationship.TouchBuilder.aTouch;
import static io.truenorth.relationship.TouchBuilder.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.truenorth.relationship.RandomHistory;
import io.truenorth.relationship.Seeds;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.ledger.Touch;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.Explanation.ChannelShare;
import io.truenorth.relationship.score.Explanation.DimensionShare;
import io.truenorth.relationship.score.Explanation.KindShare;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final long NOW = millis("2026-03-01T10:20:30.456Z");
    private static final RelationshipScoring SCORING = new RelationshipScoring(ScoringModel.standard());

    @Test
    void everyLevelAddsUpToTheOneAbove() {
        Seeds.each(500, seed -> {
            Explanation explanation = explain(RandomHistory.before(NOW, seed));

            assertThat(explanation.dimensions().stream()
                            .mapToLong(DimensionShare::microPoints)
                            .sum())
                    .isEqualTo(explanation.snapshot().score());
            for (DimensionShare dimension : explanation.dimensions()) {
                assertThat(dimension.microPoints())
                        .isEqualTo(explanation.snapshot().contributions().of(dimension.dimension()));
                assertSplit(dimension);
            }
        });
    }

    private static void assertSplit(DimensionShare dimension) {
        boolean split = dimension.dimension() != Dimension.RECIPROCITY
                && dimension.dimension() != Dimension.SENTIMENT
                && dimension.microPoints() > 0;
        assertThat(dimension.channels().isEmpty()).isEqualTo(!split);
        if (split) {
            assertThat(dimension.channels().stream()
                            .mapToLong(ChannelShare::microPoints)
                            .sum())
                    .as(dimension.dimension().name())
                    .isEqualTo(dimension.microPoints());
        }
        for (ChannelShare channel : dimension.channels()) {
            assertThat(channel.microPoints()).isPositive();
            assertThat(channel.kinds().stream()
                            .mapToLong(KindShare::microPoints)
                            .sum())
                    .as(channel.channel())
                    .isEqualTo(channel.microPoints());
        }
    }

    @Test
    void advocacyBySubjectAddsUpToTheMass() {
        Seeds.each(200, seed -> {
            Explanation explanation = explain(RandomHistory.before(NOW, seed));

            assertThat(explanation.advocacyMassBySubject().values().stream()
                            .mapToDouble(mass -> mass)
                            .sum())
                    .isCloseTo(explanation.snapshot().advocacyMass(), within(1e-9));
        });
    }

    @Test
    void advocacyIsSplitExactlyOverTheSubjectsThatGiveSome() {
        Seeds.each(200, seed -> {
            Explanation explanation = explain(RandomHistory.before(NOW, seed));
            Map<String, Long> subjects = explanation.advocacyBySubject();

            assertThat(subjects.values().stream().mapToLong(part -> part).sum())
                    .isEqualTo(explanation.snapshot().contributions().advocacy());
            assertThat(explanation.advocacyMassBySubject())
                    .containsKeys(subjects.keySet().toArray(String[]::new));
        });
    }

    @Test
    void anActiveDayIsSharedEquallyAmongItsKinds() {
        Explanation explanation = explain(List.of(
                aTouch("page_visited").withId("1").at(NOW).build(),
                aTouch("page_visited").withId("2").at(NOW).build(),
                aTouch("page_visited").withId("3").at(NOW).about("product-a").build(),
                aTouch("cart_filled").withId("4").at(NOW).build(),
                aTouch("email_opened").withId("5").at(NOW).build()));

        List<KindShare> kinds =
                channelsOf(explanation, Dimension.ENGAGEMENT).get(0).kinds();
        assertThat(kinds).extracting(KindShare::kind).containsExactly("cart_filled", "page_visited");
        assertThat(kinds.get(0).microPoints()).isCloseTo(kinds.get(1).microPoints(), within(2L));
    }

    @Test
    void moneyAndAdvocacyComeFromTheCellsThatGiveSome() {
        Explanation explanation = explain(List.of(
                aTouch("purchase").withId("1").at(NOW).on("store").worth(30_000).build(),
                aTouch("purchase").withId("2").at(NOW).on("web").worth(10_000).build(),
                aTouch("return").withId("3").at(NOW).on("web").worth(-5_000).build(),
                aTouch("review_posted").withId("4").at(NOW).on("review").build(),
                aTouch("review_posted")
                        .withId("5")
                        .at(NOW)
                        .on("forum")
                        .saying(Sentiment.NEGATIVE)
                        .build()));

        List<ChannelShare> money = channelsOf(explanation, Dimension.MONEY);
        assertThat(money).extracting(ChannelShare::channel).containsExactly("store", "web");
        assertThat(money.get(0).microPoints()).isCloseTo(3 * money.get(1).microPoints(), within(3L));
        assertThat(money.get(1).kinds()).extracting(KindShare::kind).containsExactly("purchase");
        assertThat(channelsOf(explanation, Dimension.ADVOCACY))
                .extracting(ChannelShare::channel)
                .containsExactly("review");
    }

    @Test
    void olderTouchesGiveLess() {
        long half = NOW - 182 * Days.MILLIS;
        Explanation explanation = explain(List.of(
                aTouch("purchase").withId("1").at(NOW).on("new").worth(10_000).build(),
                aTouch("purchase").withId("2").at(half).on("old").worth(10_000).build(),
                aTouch("referral_made")
                        .withId("3")
                        .at(NOW)
                        .on("new")
                        .about("tents")
                        .build(),
                aTouch("referral_made")
                        .withId("4")
                        .at(half - 182 * Days.MILLIS)
                        .on("old")
                        .build()));

        assertRatio(channelsOf(explanation, Dimension.MONEY), 2);
        assertRatio(channelsOf(explanation, Dimension.ADVOCACY), 2);
        double now = StrictMath.pow(2, -(NOW % Days.MILLIS) / (364.0 * Days.MILLIS));
        assertThat(explanation.advocacyMassBySubject().get("tents")).isCloseTo(now, within(1e-12));
        assertThat(explanation.advocacyMassBySubject().get("")).isCloseTo(now / 2, within(1e-12));
    }

    @Test
    void olderActiveDaysCarryLessOfEachHalfLife() {
        long weeks26 = NOW - 182 * Days.MILLIS;
        Explanation explanation = explain(List.of(
                aTouch("visit").withId("1").at(NOW).on("new").build(),
                aTouch("visit").withId("2").at(weeks26).on("old").build()));

        double part = NOW % Days.MILLIS;
        double e4 = StrictMath.pow(2, -part / (28.0 * Days.MILLIS));
        double e26 = StrictMath.pow(2, -part / (182.0 * Days.MILLIS));
        double e4Old = e4 * StrictMath.pow(2, -6.5);
        double half4 = 30_000_000 * (e4 + e4Old) / (e4 + e4Old + 2);
        double half26 = 30_000_000 * (e26 * 1.5) / (e26 * 1.5 + 2);
        assertThat((double) channelsOf(explanation, Dimension.ENGAGEMENT).get(1).microPoints())
                .isCloseTo(half4 * e4Old / (e4 + e4Old) + half26 / 3, within(3.0));
        double both = channelsOf(explanation, Dimension.CONNECTEDNESS).stream()
                .mapToLong(ChannelShare::microPoints)
                .sum();
        double oldSummand = e26 / 2 / (e26 / 2 + 1);
        double newSummand = e26 / (e26 + 1);
        assertThat((double)
                        channelsOf(explanation, Dimension.CONNECTEDNESS).get(1).microPoints())
                .isCloseTo(both * oldSummand / (oldSummand + newSummand), within(2.0));
    }

    private static void assertRatio(List<ChannelShare> channels, double ratio) {
        assertThat(channels).extracting(ChannelShare::channel).containsExactly("new", "old");
        assertThat((double) channels.get(0).microPoints())
                .isCloseTo(ratio * channels.get(1).microPoints(), within(3.0));
    }

    @Test
    void channelsAreSummedOverTheDimensions() {
        Seeds.each(100, seed -> {
            Explanation explanation = explain(RandomHistory.before(NOW, seed));
            Contributions contributions = explanation.snapshot().contributions();

            assertThat(explanation.byChannel().values().stream()
                            .mapToLong(part -> part)
                            .sum())
                    .isEqualTo(contributions.sum() - contributions.reciprocity() - contributions.sentiment());
        });
    }

    @Test
    void theLargestRemaindersAreServedFirstAndTiesByName() {
        assertThat(LargestRemainder.split(10, new double[] {1, 1, 1})).containsExactly(4, 3, 3);
        assertThat(LargestRemainder.split(10, new double[] {0.5, 0.25, 0.25})).containsExactly(5, 3, 2);
        assertThat(LargestRemainder.split(7, new double[] {0.1, 0.7, 0.2})).containsExactly(1, 5, 1);
        assertThat(LargestRemainder.split(7, new double[] {0, 3, 0})).containsExactly(0, 7, 0);
        assertThat(LargestRemainder.split(7, new double[] {0, 0})).containsExactly(0, 0);
        assertThat(LargestRemainder.split(7, new double[] {})).isEmpty();
    }

    @Test
    void splitsAreExactForAnyMasses() {
        Seeds.each(2_000, seed -> {
            Random random = new Random(seed);
            double[] masses = random.doubles(1 + random.nextInt(20))
                    .map(x -> StrictMath.pow(x, 30))
                    .toArray();
            long total = random.nextInt(100_000_000);

            long[] parts = LargestRemainder.split(total, masses);

            assertThat(LongStream.of(parts).sum()).isEqualTo(total);
            assertThat(LongStream.of(parts).min().orElseThrow()).isNotNegative();
        });
    }

    private static Explanation explain(List<Touch> touches) {
        return SCORING.assess(ledgerOf(touches), NOW).explanation();
    }

    private static List<ChannelShare> channelsOf(Explanation explanation, Dimension dimension) {
        return explanation.dimensions().get(dimension.ordinal()).channels();
    }
}
