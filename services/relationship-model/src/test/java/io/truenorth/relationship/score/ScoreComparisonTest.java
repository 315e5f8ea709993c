package io.truenorth.relationship.score;

import static io.truenorth.relationship.RandomHistory.ledgerOf;
import static io.truenorth.relationship.TouchBuilder.aTouch;
import static io.truenorth.relationship.TouchBuilder.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.truenorth.relationship.RandomHistory;
import io.truenorth.relationship.Seeds;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.ledger.Touch;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.ScoreEffect.Cause;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreComparisonTest {
    private static final long NOW = millis("2026-03-01T10:20:30.456Z");
    private static final RelationshipScoring STANDARD = new RelationshipScoring(ScoringModel.standard());
    private static final RelationshipScoring SLOW =
            new RelationshipScoring(ScoringModel.standard().atPace(4));

    @Test
    void effectsAddUpToTheDifferenceAcrossModelsAndJoins() {
        Seeds.each(1_000, seed -> {
            RelationshipLedger former = ledgerOf(RandomHistory.before(NOW, seed));
            RelationshipLedger ledger = former.union(renamed(RandomHistory.before(NOW, seed + 1_000_000)));
            Random random = new Random(seed);
            long to = NOW - random.nextLong(300 * Days.MILLIS);
            long from = to - random.nextLong(400 * Days.MILLIS);

            ScoreChange change = new ScoreComparison(STANDARD, SLOW).between(former, ledger, from, to);

            assertThat(change.before()).isEqualTo(STANDARD.snapshot(former, from));
            assertThat(change.after()).isEqualTo(SLOW.snapshot(ledger, to));
            for (Dimension dimension : Dimension.values()) {
                assertThat(sum(change, dimension))
                        .as(dimension.name())
                        .isEqualTo(change.after().contributions().of(dimension)
                                - change.before().contributions().of(dimension));
            }
            assertThat(change.byCause().values().stream().mapToLong(sum -> sum).sum())
                    .isEqualTo(change.microPoints());
            assertThat(change.effects()).allMatch(effect -> effect.microPoints() != 0);
        });
    }

    /** The events of another identity have ids of their own. */
    private static RelationshipLedger renamed(List<Touch> touches) {
        return ledgerOf(touches.stream()
                .filter(touch -> !touch.isRetraction())
                .map(touch -> aTouch(touch.category().kind())
                        .withId("other-" + touch.hashCode())
                        .on(touch.category().channel())
                        .at(Days.start(touch.day()))
                        .build())
                .toList());
    }

    private static long sum(ScoreChange change, Dimension dimension) {
        return change.effects().stream()
                .filter(effect -> effect.dimension() == dimension)
                .mapToLong(ScoreEffect::microPoints)
                .sum();
    }

    @Test
    void nothingButTimeIsDecay() {
        ScoreChange change = compare(
                List.of(aTouch("purchase").at("2026-01-05").worth(10_000).build()), "2026-01-10", "2026-03-01");

        assertThat(change.microPoints()).isNegative();
        assertThat(change.effects()).isNotEmpty().allMatch(effect -> effect.cause() == Cause.DECAY);
        assertThat(change.effects())
                .filteredOn(effect -> effect.dimension() == Dimension.MONEY)
                .singleElement()
                .satisfies(effect -> {
                    assertThat(effect.channel()).isEqualTo("web");
                    assertThat(effect.kind()).isEqualTo("purchase");
                    assertThat(effect.day()).isEmpty();
                });
    }

    @Test
    void eachTouchHasItsDayChannelAndKind() {
        ScoreChange change = compare(
                List.of(
                        aTouch("purchase")
                                .withId("a")
                                .at("2026-02-01")
                                .worth(9_000)
                                .build(),
                        aTouch("refund")
                                .withId("b")
                                .at("2026-02-03")
                                .worth(-9_000)
                                .build()),
                "2026-01-01",
                "2026-03-01");

        assertThat(change.before().score()).isZero();
        assertThat(change.effects())
                .filteredOn(effect -> effect.dimension() == Dimension.MONEY)
                .extracting(ScoreEffect::kind, ScoreEffect::day)
                .containsExactly(
                        tuple("purchase", OptionalInt.of((int) day("2026-02-01"))),
                        tuple("refund", OptionalInt.of((int) day("2026-02-03"))));
        assertThat(change.effects())
                .filteredOn(effect -> effect.kind().equals("refund") && effect.dimension() == Dimension.MONEY)
                .allMatch(effect -> effect.microPoints() < 0);
    }

    @Test
    void kindsShareTheActiveDayOfTheirChannel() {
        ScoreChange change = compare(
                List.of(
                        aTouch("cart_filled").withId("a").at("2026-02-01").build(),
                        aTouch("page_visited").withId("b").at("2026-02-01").build(),
                        aTouch("email_opened").withId("c").at("2026-02-01").build()),
                "2026-01-01",
                "2026-03-01");

        List<ScoreEffect> engagement = change.effects().stream()
                .filter(effect -> effect.dimension() == Dimension.ENGAGEMENT)
                .toList();
        assertThat(engagement).extracting(ScoreEffect::kind).containsExactly("cart_filled", "page_visited");
        assertThat(engagement.get(0).microPoints() - engagement.get(1).microPoints())
                .isBetween(0L, 1L);
    }

    @Test
    void aComplaintLowersTheScoreByItsOwnKind() {
        ScoreChange change = compare(
                List.of(
                        aTouch("purchase").withId("a").at("2026-02-01").build(),
                        aTouch("ticket_opened")
                                .withId("b")
                                .on("support")
                                .at("2026-02-02")
                                .saying(Sentiment.NEGATIVE)
                                .build()),
                "2026-02-02",
                "2026-02-03");

        assertThat(change.effects())
                .filteredOn(effect -> effect.cause() == Cause.TOUCHES && effect.dimension() == Dimension.SENTIMENT)
                .singleElement()
                .satisfies(effect -> {
                    assertThat(effect.kind()).isEqualTo("ticket_opened");
                    assertThat(effect.microPoints()).isNegative();
                });
    }

    @Test
    void modelsAndJoinsAreNamed() {
        RelationshipLedger former =
                ledgerOf(List.of(aTouch("purchase").withId("a").at("2025-11-01").build()));
        RelationshipLedger ledger = former.union(ledgerOf(
                List.of(aTouch("chat").withId("b").on("app").at("2025-12-01").build())));

        ScoreChange change =
                new ScoreComparison(STANDARD, SLOW).between(former, ledger, millis("2026-01-01"), millis("2026-01-01"));

        assertThat(change.byCause().get(Cause.MODEL)).isPositive();
        assertThat(change.byCause().get(Cause.JOIN)).isPositive();
        assertThat(change.byCause()).containsEntry(Cause.DECAY, 0L).containsEntry(Cause.TOUCHES, 0L);
        assertThat(change.effects())
                .filteredOn(effect -> effect.cause() == Cause.JOIN && effect.dimension() == Dimension.CONNECTEDNESS)
                .extracting(ScoreEffect::channel)
                .contains("app");
    }

    @Test
    void theMomentsAreInOrder() {
        RelationshipLedger ledger = new RelationshipLedger();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreComparison(STANDARD, STANDARD).between(ledger, ledger, NOW, NOW - 1));
    }

    private static ScoreChange compare(List<Touch> touches, String from, String to) {
        RelationshipLedger ledger = ledgerOf(touches);
        return new ScoreComparison(STANDARD, STANDARD).between(ledger, ledger, millis(from), millis(to));
    }

    private static long day(String date) {
        return Days.of(millis(date));
    }
}
