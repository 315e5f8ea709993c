package io.truenorth.relationship.ledger;

import static io.truenorth.relationship.RandomHistory.ledgerOf;
import static io.truenorth.relationship.TouchBuilder.aTouch;
import static io.truenorth.relationship.TouchBuilder.millis;
import static io.truenorth.relationship.ledger.RelationshipLedger.Outcome.ADDED;
import static io.truenorth.relationship.ledger.RelationshipLedger.Outcome.DAY_FULL;
import static io.truenorth.relationship.ledger.RelationshipLedger.Outcome.DUPLICATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.relationship.RandomHistory;
import io.truenorth.relationship.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RelationshipLedgerTest {

    private static final long NOW = millis("2026-03-01T10:00:00Z");
    private static final int SEEDS = 300;

    @Test
    void touchesOfOneCellAddUp() {
        RelationshipLedger ledger = new RelationshipLedger();

        ledger.add(aTouch("purchase").withId("a").at("2026-02-01").worth(1_999).build());
        ledger.add(aTouch("purchase")
                .withId("b")
                .at("2026-02-01T23:59:59.999Z")
                .saying(Sentiment.POSITIVE)
                .build());

        int day = Days.of(millis("2026-02-01"));
        assertThat(cellsOf(ledger)).containsExactly(new Cell(day, "web", "purchase", "", 2, 0, 1_999, 1, 0, 0));
    }

    @Test
    void cellsAreInKeyOrderAndMonthsApart() {
        RelationshipLedger ledger = new RelationshipLedger();

        ledger.add(aTouch("b").withId("1").at("2026-02-01").build());
        ledger.add(aTouch("a").withId("2").at("2026-02-01").build());
        ledger.add(aTouch("a").withId("3").at("2026-02-01").on("app").build());
        ledger.add(aTouch("z").withId("4").at("2026-01-31").on("web").build());

        assertThat(cellsOf(ledger)).extracting(Cell::kind).containsExactly("z", "a", "a", "b");
        assertThat(ledger.months()).extracting(LedgerMonth::number).containsExactly(56 * 12, 56 * 12 + 1);
    }

    @Test
    void anyOrderOfArrivalGivesTheSameBytes() {
        Seeds.each(SEEDS, seed -> {
            List<Touch> touches = RandomHistory.before(NOW, seed);
            List<Touch> shuffled = new ArrayList<>(touches);
            Collections.shuffle(shuffled, new Random(seed));

            assertThat(ledgerOf(shuffled).toBytes()).isEqualTo(ledgerOf(touches).toBytes());
        });
    }

    @Test
    void anySplitAndGroupingOfMergesGivesTheSameBytes() {
        Seeds.each(SEEDS, seed -> {
            List<Touch> touches = RandomHistory.before(NOW, seed);
            List<RelationshipLedger> parts = splitAtRandom(touches, new Random(seed));

            RelationshipLedger left = parts.get(0).plus(parts.get(1)).plus(parts.get(2));
            RelationshipLedger right = parts.get(2).plus(parts.get(1).plus(parts.get(0)));

            assertThat(left.toBytes()).isEqualTo(ledgerOf(touches).toBytes());
            assertThat(right.toBytes()).isEqualTo(left.toBytes());
        });
    }

    private static List<RelationshipLedger> splitAtRandom(List<Touch> touches, Random random) {
        List<RelationshipLedger> parts =
                List.of(new RelationshipLedger(), new RelationshipLedger(), new RelationshipLedger());
        touches.forEach(touch -> parts.get(random.nextInt(3)).add(touch));
        return parts;
    }

    @Test
    void ledgersAreACommutativeGroup() {
        Seeds.each(SEEDS, seed -> {
            RelationshipLedger a = ledgerOf(RandomHistory.before(NOW, seed));
            RelationshipLedger b = ledgerOf(RandomHistory.before(NOW, seed + 1_000_000));
            RelationshipLedger zero = new RelationshipLedger();

            assertThat(a.plus(b)).isEqualTo(b.plus(a));
            assertThat(a.plus(zero)).isEqualTo(a);
            assertThat(a.minus(a)).isEqualTo(zero);
            assertThat(zero.minus(a).plus(a)).isEqualTo(zero);
        });
    }

    @Test
    void takingAnIdentityOutOfAMergeIsSubtraction() {
        Seeds.each(SEEDS, seed -> {
            RelationshipLedger one = ledgerOf(RandomHistory.before(NOW, seed));
            RelationshipLedger other = ledgerOf(RandomHistory.before(NOW, seed + 1_000_000));

            RelationshipLedger merged = one.plus(other);

            assertThat(merged.minus(other).toBytes()).isEqualTo(one.toBytes());
            assertThat(merged.minus(one).toBytes()).isEqualTo(other.toBytes());
        });
    }

    @Test
    void arithmeticLeavesItsOperandsAlone() {
        RelationshipLedger one = ledgerOf(RandomHistory.before(NOW, 7));
        RelationshipLedger other = ledgerOf(RandomHistory.before(NOW, 8));
        byte[] oneBefore = one.toBytes();
        byte[] otherBefore = other.toBytes();

        one.plus(other).add(aTouch("later").withId("later").at("2026-02-28").build());
        one.minus(other);

        assertThat(one.toBytes()).isEqualTo(oneBefore);
        assertThat(other.toBytes()).isEqualTo(otherBefore);
    }

    @Test
    void aRetractionLeavesNoCellWhetherItComesAfterOrBefore() {
        Touch review = aTouch("review_posted")
                .at("2026-02-01")
                .worth(-5)
                .saying(Sentiment.NEGATIVE)
                .build();
        Touch retraction = review.retraction("r-1");

        assertThat(cellsOf(ledgerOf(List.of(review, retraction)))).isEmpty();
        assertThat(cellsOf(ledgerOf(List.of(retraction, review)))).isEmpty();
    }

    @Test
    void aRetractedEventIsStillKnownAsADuplicate() {
        Touch review = aTouch("review_posted").at("2026-02-01").build();
        RelationshipLedger ledger = ledgerOf(List.of(review, review.retraction("r-1")));

        assertThat(ledger.add(review)).isEqualTo(DUPLICATE);
        assertThat(ledger.add(review.retraction("r-1"))).isEqualTo(DUPLICATE);
        assertThat(cellsOf(ledger)).isEmpty();
    }

    @Test
    void duplicatesAreDroppedHoweverLateTheyCome() {
        Seeds.each(SEEDS, seed -> {
            List<Touch> touches = RandomHistory.before(NOW, seed);
            RelationshipLedger ledger = ledgerOf(touches);
            byte[] before = ledger.toBytes();

            assertThat(touches)
                    .allSatisfy(touch -> assertThat(ledger.add(touch)).isEqualTo(DUPLICATE));
            assertThat(ledger.toBytes()).isEqualTo(before);
        });
    }

    @Test
    void aFullDayRefusesTheRestAndOtherDaysGoOn() {
        RelationshipLedger ledger = new RelationshipLedger();
        for (int i = 0; i < 3; i++) {
            assertThat(ledger.add(
                            aTouch("click").withId("e" + i).at("2026-02-01").build(), 3))
                    .isEqualTo(ADDED);
        }

        assertThat(ledger.add(aTouch("click").withId("e3").at("2026-02-01").build(), 3))
                .isEqualTo(DAY_FULL);
        assertThat(ledger.add(aTouch("click").withId("e0").at("2026-02-01").build(), 3))
                .isEqualTo(DUPLICATE);
        assertThat(ledger.add(aTouch("click").withId("e3").at("2026-02-02").build(), 3))
                .isEqualTo(ADDED);
        assertThat(cellsOf(ledger)).extracting(Cell::inbound).containsExactly(3L, 1L);
    }

    @Test
    void theStandardDayTakesTenThousandEvents() {
        RelationshipLedger ledger = new RelationshipLedger();
        for (int i = 0; i < 10_000; i++) {
            ledger.add(aTouch("click").withId("e" + i).at("2026-02-01").build());
        }

        assertThat(ledger.add(
                        aTouch("click").withId("one-more").at("2026-02-01").build()))
                .isEqualTo(DAY_FULL);
        assertThat(cellsOf(ledger)).extracting(Cell::inbound).containsExactly(10_000L);
    }

    @Test
    void aSumOutOfRangeIsRefusedAndChangesNothing() {
        Cell huge = new Cell(20_000, "web", "purchase", "", 1, 0, Long.MAX_VALUE, 0, 0, 0);
        RelationshipLedger ledger = ledgerOf(List.of(new Touch(1, huge)));
        byte[] before = ledger.toBytes();

        assertThatThrownBy(() -> ledger.add(new Touch(2, huge))).isInstanceOf(ArithmeticException.class);
        assertThat(ledger.toBytes()).isEqualTo(before);
    }

    @Test
    void theMinimumLongCannotBeNegated() {
        Cell lowest = new Cell(20_000, "web", "purchase", "", 1, 0, Long.MIN_VALUE, 0, 0, 0);
        RelationshipLedger ledger = ledgerOf(List.of(new Touch(1, lowest)));

        assertThatThrownBy(() -> new RelationshipLedger().minus(ledger)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aDayTakesAtLeastOneEvent() {
        assertThatThrownBy(() -> new RelationshipLedger().add(aTouch("a").build(), 0))
                .hasMessage("expected a day limit of at least 1, was 0");
    }

    @Test
    void cellsHaveNamesThatCanBeStored() {
        assertThatThrownBy(() -> new Cell(1, "\ud800", "a", "", 1, 0, 0, 0, 0, 0))
                .hasMessage("expected a channel in Unicode, but character 1 is an unpaired surrogate");
        assertThatThrownBy(() -> new Cell(1, "web", "", "", 1, 0, 0, 0, 0, 0)).hasMessage("expected a kind, was empty");
    }

    @Test
    void aLedgerIsTheSumOfItsMonths() {
        Seeds.each(SEEDS, seed -> {
            RelationshipLedger one = ledgerOf(RandomHistory.before(NOW, seed));
            RelationshipLedger other = ledgerOf(RandomHistory.before(NOW, seed + 1_000_000));
            List<LedgerMonth> months = new ArrayList<>(one.months());
            months.addAll(other.months());
            Collections.shuffle(months, new Random(seed));

            assertThat(RelationshipLedger.of(months)).isEqualTo(one.plus(other));
        });
    }

    @Test
    void ledgersOfTheSameCellsFromOtherEventsAreOthers() {
        Touch touch = aTouch("a").withId("1").at("2026-01-01").build();
        Touch other = aTouch("a").withId("2").at("2026-01-01").build();

        assertThat(ledgerOf(List.of(touch)))
                .isEqualTo(ledgerOf(List.of(touch)))
                .hasSameHashCodeAs(ledgerOf(List.of(touch)));
        assertThat(ledgerOf(List.of(touch))).isNotEqualTo(ledgerOf(List.of(other)));
        assertThat(ledgerOf(List.of(touch)).months().get(0))
                .isNotEqualTo(ledgerOf(List.of(other)).months().get(0));
        assertThat(ledgerOf(List.of(touch, other.retraction("r"))))
                .isNotEqualTo(ledgerOf(List.of(touch, other, other.retraction("r"))));
    }

    @Test
    void aMonthTellsWhatItHolds() {
        LedgerMonth month = ledgerOf(List.of(
                        aTouch("a").withId("1").at("2026-02-01").build(),
                        aTouch("a").withId("2").at("2026-02-01").build(),
                        aTouch("a").withId("3").at("2026-02-28").build()))
                .months()
                .get(0);

        assertThat(month.number()).isEqualTo(LedgerMonth.numberOf(Days.of(millis("2026-02-14"))));
        assertThat(month.eventCount()).isEqualTo(3);
        assertThat(month).hasToString("LedgerMonth[2026-2, 2 cells, 3 events]");
        assertThat(new RelationshipLedger().isEmpty()).isTrue();
        assertThat(ledgerOf(List.of(aTouch("a").build())).isEmpty()).isFalse();
    }

    @Test
    void retentionForgetsWholeMonths() {
        RelationshipLedger ledger = ledgerOf(List.of(
                aTouch("a").withId("1").at("2025-12-31").build(),
                aTouch("b").withId("2").at("2026-01-01").build(),
                aTouch("c").withId("3").at("2026-02-01").build()));

        ledger.removeBefore(Days.of(millis("2026-01-20")));

        assertThat(cellsOf(ledger)).extracting(Cell::kind).containsExactly("b", "c");
    }

    private static List<Cell> cellsOf(RelationshipLedger ledger) {
        List<Cell> cells = new ArrayList<>();
        ledger.forEachCell(cells::add);
        return cells;
    }
}
