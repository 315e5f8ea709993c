package io.truenorth.relationship.ledger;

import static io.truenorth.relationship.RandomHistory.ledgerOf;
import static io.truenorth.relationship.TouchBuilder.aTouch;
import static io.truenorth.relationship.TouchBuilder.millis;
import static io.truenorth.relationship.ledger.RelationshipLedger.Outcome.ADDED;
import static io.truenorth.relationship.ledger.RelationshipLedger.Outcome.DAY_FULL;
import static io.truenorth.relationship.ledger.RelationshipLedger.Outcome.DUPLICATE;
import static io.truenorth.relationship.ledger.RelationshipLedger.Outcome.REPLACED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.relationship.RandomHistory;
import io.truenorth.relationship.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        List<Integer> months = new ArrayList<>();
        ledger.moveTailToBlocks((month, bytes) -> months.add(month));
        assertThat(months).containsExactly(56 * 12, 56 * 12 + 1);
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
    void theCellsAreThoseOfTheDefinition() {
        Seeds.each(3_000, seed -> {
            List<Touch> touches = RandomHistory.before(NOW, seed);

            assertThat(cellsOf(ledgerOf(touches))).isEqualTo(NaiveLedger.cellsOf(touches));
        });
    }

    /** Few ids over few days, so that chains of days, retractions and corrections of one id are frequent. */
    @Test
    void theCellsAreThoseOfTheDefinitionWhereIdsMeet() {
        Seeds.each(3_000, seed -> {
            Random random = new Random(seed);
            List<Touch> touches = new ArrayList<>();
            for (int i = random.nextInt(30); i >= 0; i--) {
                touches.add(meeting(random));
            }

            assertThat(cellsOf(ledgerOf(touches))).isEqualTo(NaiveLedger.cellsOf(touches));
        });
    }

    private static Touch meeting(Random random) {
        Touch touch = aTouch("kind-" + random.nextInt(2))
                .withId("e" + random.nextInt(3))
                .at(NOW + random.nextInt(5) * Days.MILLIS)
                .worth(random.nextInt(3))
                .build()
                .withRevision(random.nextInt(2));
        return random.nextInt(4) == 0 ? touch.retraction() : touch;
    }

    @Test
    void anySplitAndGroupingOfUnionsGivesTheSameBytes() {
        Seeds.each(SEEDS, seed -> {
            List<Touch> touches = RandomHistory.before(NOW, seed);
            List<RelationshipLedger> parts = splitAtRandom(touches, new Random(seed));

            RelationshipLedger left = parts.get(0).union(parts.get(1)).union(parts.get(2));
            RelationshipLedger right = parts.get(2).union(parts.get(1).union(parts.get(0)));

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

    /** The second history reuses the ids of the first on other days and with other content. */
    @Test
    void unionIsCommutativeAssociativeAndIdempotent() {
        Seeds.each(SEEDS, seed -> {
            RelationshipLedger a = ledgerOf(RandomHistory.before(NOW, seed));
            RelationshipLedger b = ledgerOf(RandomHistory.before(NOW, seed + 1_000_000));
            RelationshipLedger c = ledgerOf(RandomHistory.before(NOW, seed + 2_000_000));

            assertThat(a.union(b)).isEqualTo(b.union(a));
            assertThat(a.union(b).union(c)).isEqualTo(a.union(b.union(c)));
            assertThat(a.union(a)).isEqualTo(a);
            assertThat(a.union(b).union(b)).isEqualTo(a.union(b));
            assertThat(a.union(new RelationshipLedger())).isEqualTo(a);
        });
    }

    @Test
    void aUnionLeavesItsOperandsAlone() {
        RelationshipLedger one = ledgerOf(RandomHistory.before(NOW, 7));
        RelationshipLedger other = ledgerOf(RandomHistory.before(NOW, 8));
        byte[] oneBefore = one.toBytes();
        byte[] otherBefore = other.toBytes();

        one.union(other).add(aTouch("later").withId("later").at("2026-02-28").build());

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

        assertThat(cellsOf(ledgerOf(List.of(review, review.retraction())))).isEmpty();
        assertThat(cellsOf(ledgerOf(List.of(review.retraction(), review)))).isEmpty();
        assertThat(ledgerOf(List.of(review.retraction(), review)).firstDay()).isEmpty();
    }

    @Test
    void aRetractedEventIsStillKnownAsADuplicate() {
        Touch review = aTouch("review_posted").at("2026-02-01").build();
        RelationshipLedger ledger = ledgerOf(List.of(review));

        assertThat(ledger.add(review.retraction())).isEqualTo(REPLACED);
        assertThat(ledger.add(review)).isEqualTo(DUPLICATE);
        assertThat(ledger.add(review.withRevision(9))).isEqualTo(DUPLICATE);
        assertThat(ledger.add(review.retraction())).isEqualTo(DUPLICATE);
        assertThat(cellsOf(ledger)).isEmpty();
    }

    @Test
    void aRetractionTakesBackItsEventAlone() {
        Touch visit = aTouch("visit").withId("v1").at("2026-02-01").build();
        Touch another = aTouch("visit").withId("v2").at("2026-02-01").build();

        RelationshipLedger ledger = ledgerOf(List.of(visit, visit.retraction(), visit.retraction(), another));

        assertThat(cellsOf(ledger)).extracting(Cell::inbound).containsExactly(1L);
    }

    @Test
    void aRetractionReachesItsEventOverAMidnight() {
        Touch visit = aTouch("visit").at("2026-02-01").build();

        assertThat(cellsOf(ledgerOf(List.of(visit, Touch.retractionOf("e-1", millis("2026-02-02"))))))
                .isEmpty();
        assertThat(cellsOf(ledgerOf(List.of(visit, Touch.retractionOf("e-1", millis("2026-01-31"))))))
                .isEmpty();
        assertThat(cellsOf(ledgerOf(List.of(visit, Touch.retractionOf("e-1", millis("2026-02-03"))))))
                .hasSize(1);
    }

    @Test
    void theHighestRevisionCounts() {
        Touch answer = aTouch("nps_answered")
                .at("2026-02-01")
                .saying(Sentiment.NEGATIVE)
                .build();
        Touch corrected = aTouch("nps_answered")
                .at("2026-02-01T10:00:00Z")
                .saying(Sentiment.POSITIVE)
                .build()
                .withRevision(1);
        RelationshipLedger ledger = ledgerOf(List.of(answer));

        assertThat(ledger.add(corrected)).isEqualTo(REPLACED);
        assertThat(ledger.add(answer)).isEqualTo(DUPLICATE);

        assertThat(cellsOf(ledger)).extracting(Cell::positive).containsExactly(1L);
        assertThat(cellsOf(ledger)).extracting(Cell::negative).containsExactly(0L);
        assertThat(ledgerOf(List.of(corrected, answer))).isEqualTo(ledger);
    }

    @Test
    void ofEqualRevisionsTheSmallerContentCounts() {
        Touch smallest = aTouch("a")
                .on("app")
                .about("a")
                .saying(Sentiment.NEGATIVE)
                .worth(1)
                .build();
        List<Touch> greater = List.of(
                aTouch("a")
                        .on("app")
                        .about("a")
                        .saying(Sentiment.NEGATIVE)
                        .worth(2)
                        .build(),
                aTouch("a")
                        .on("app")
                        .about("a")
                        .saying(Sentiment.NEUTRAL)
                        .worth(1)
                        .build(),
                aTouch("a").on("app").about("a").worth(1).build(),
                aTouch("a").on("app").about("a").byTheBrand().worth(1).build(),
                aTouch("a")
                        .on("app")
                        .about("b")
                        .saying(Sentiment.NEGATIVE)
                        .worth(1)
                        .build(),
                aTouch("b")
                        .on("app")
                        .about("a")
                        .saying(Sentiment.NEGATIVE)
                        .worth(1)
                        .build(),
                aTouch("a")
                        .on("web")
                        .about("a")
                        .saying(Sentiment.NEGATIVE)
                        .worth(1)
                        .build());

        assertThat(greater).allSatisfy(touch -> {
            assertThat(ledgerOf(List.of(touch, smallest))).isEqualTo(ledgerOf(List.of(smallest)));
            assertThat(ledgerOf(List.of(smallest, touch))).isEqualTo(ledgerOf(List.of(smallest)));
        });
    }

    /** U+FFFD comes before U+1F600 in UTF-8, and after it in UTF-16. */
    @Test
    void contentIsComparedAsUtf8() {
        Touch first = aTouch("a").about("\ufffd").build();
        Touch second = aTouch("a").about("\ud83d\ude00").build();

        assertThat(ledgerOf(List.of(second, first))).isEqualTo(ledgerOf(List.of(first)));
        assertThat(ledgerOf(List.of(first, second))).isEqualTo(ledgerOf(List.of(first)));
        assertThat(Utf8Order.compare("a", "ab")).isNegative();
        assertThat(Utf8Order.compare("\ud83d\ude00", "\ud83d\ude01")).isNegative();
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
        assertThat(ledger.add(Touch.retractionOf("unknown", millis("2026-02-01")), 3))
                .isEqualTo(DAY_FULL);
        assertThat(ledger.add(aTouch("click").withId("e0").at("2026-02-01").build(), 3))
                .isEqualTo(DUPLICATE);
        assertThat(ledger.add(Touch.retractionOf("e0", millis("2026-02-01")), 3))
                .isEqualTo(REPLACED);
        assertThat(ledger.add(aTouch("click").withId("e3").at("2026-02-02").build(), 3))
                .isEqualTo(ADDED);
        assertThat(cellsOf(ledger)).extracting(Cell::inbound).containsExactly(2L, 1L);
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
        RelationshipLedger ledger = ledgerOf(List.of(huge(1, Long.MAX_VALUE)));
        byte[] before = ledger.toBytes();

        assertThatThrownBy(() -> ledger.add(huge(2, Long.MAX_VALUE))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> ledger.add(huge(2, Long.MIN_VALUE))).isInstanceOf(ArithmeticException.class);
        assertThat(ledger.toBytes()).isEqualTo(before);
    }

    @Test
    void aSumOutOfRangeOfAUnionStaysAtTheLimit() {
        RelationshipLedger ledger =
                ledgerOf(List.of(huge(1, Long.MAX_VALUE))).union(ledgerOf(List.of(huge(2, Long.MAX_VALUE))));

        assertThat(cellsOf(ledger)).extracting(Cell::valueMinor).containsExactly(Long.MAX_VALUE);
    }

    private static Touch huge(long key, long value) {
        Category category = new Category("web", "purchase", "");
        return new Touch(key, 20_000, category, Direction.INBOUND, Sentiment.NONE, value, 0, null);
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
    void ledgersOfTheSameCellsFromOtherEventsAreOthers() {
        Touch touch = aTouch("a").withId("1").at("2026-01-01").build();
        Touch other = aTouch("a").withId("2").at("2026-01-01").build();

        assertThat(ledgerOf(List.of(touch)))
                .isEqualTo(ledgerOf(List.of(touch)))
                .hasSameHashCodeAs(ledgerOf(List.of(touch)));
        assertThat(ledgerOf(List.of(touch))).isNotEqualTo(ledgerOf(List.of(other)));
        assertThat(ledgerOf(List.of(touch, other.retraction()))).isNotEqualTo(ledgerOf(List.of(touch)));
        assertThat(ledgerOf(List.of(touch, other.retraction())))
                .isEqualTo(ledgerOf(List.of(touch, other, other.retraction())));
    }

    @Test
    void aLedgerTellsWhatItHolds() {
        RelationshipLedger ledger = ledgerOf(List.of(
                aTouch("a").withId("1").at("1970-01-11").build(),
                aTouch("a").withId("2").at("1970-01-11").build(),
                Touch.retractionOf("3", millis("1970-02-28"))));

        assertThat(ledger.size()).isEqualTo(3);
        assertThat(ledger).hasToString("RelationshipLedger[3 entries, days OptionalInt[10] to OptionalInt[10]]");
        assertThat(new RelationshipLedger().isEmpty()).isTrue();
        assertThat(ledger.isEmpty()).isFalse();
    }

    /** Blocks and tail are written at any time between additions; their union is the ledger, in whatever order they are read. */
    @Test
    void aLedgerIsTheUnionOfItsBlocksAndItsTail() {
        Seeds.each(SEEDS, seed -> {
            Random random = new Random(seed);
            RelationshipLedger ledger = new RelationshipLedger();
            Map<Integer, byte[]> blocks = new HashMap<>();
            for (Touch touch : RandomHistory.before(NOW, seed)) {
                ledger.add(touch);
                if (random.nextInt(20) == 0) {
                    ledger.moveTailToBlocks(blocks::put);
                    assertThat(ledger.tailSize()).isZero();
                }
            }
            RelationshipLedger stored = new RelationshipLedger();
            byte[] tail = ledger.tailToBytes();
            if (random.nextBoolean()) {
                stored.addAll(tail);
                blocks.values().forEach(stored::addBlock);
            } else {
                blocks.values().forEach(stored::addBlock);
                stored.addAll(tail);
            }

            assertThat(stored).isEqualTo(ledger);
            assertThat(stored.tailToBytes()).isEqualTo(tail);
        });
    }

    @Test
    void retentionForgetsWholeMonths() {
        RelationshipLedger ledger = ledgerOf(List.of(
                aTouch("a").withId("1").at("2025-12-31").build(),
                aTouch("b").withId("2").at("2026-01-01").build(),
                aTouch("c").withId("3").at("2026-02-01").build(),
                aTouch("d").withId("1").at("2026-01-01").build()));
        assertThat(cellsOf(ledger)).extracting(Cell::kind).containsExactly("a", "b", "c");

        ledger.removeBefore(Days.of(millis("2026-01-20")));

        assertThat(cellsOf(ledger)).extracting(Cell::kind).containsExactly("b", "d", "c");
    }

    @Test
    void anErasureForgetsEverythingUpToItsDay() {
        RelationshipLedger ledger = ledgerOf(List.of(
                aTouch("a").withId("1").at("2025-12-31").build(),
                aTouch("b").withId("2").at("2026-01-19").build(),
                aTouch("c").withId("3").at("2026-01-20").build(),
                aTouch("d").withId("4").at("2026-01-21").build()));

        ledger.removeUpTo(Days.of(millis("2026-01-20")));

        assertThat(cellsOf(ledger)).extracting(Cell::kind).containsExactly("d");
        assertThat(ledger.size()).isEqualTo(1);
    }

    private static List<Cell> cellsOf(RelationshipLedger ledger) {
        List<Cell> cells = new ArrayList<>();
        ledger.forEachCell(cells::add);
        return cells;
    }
}
