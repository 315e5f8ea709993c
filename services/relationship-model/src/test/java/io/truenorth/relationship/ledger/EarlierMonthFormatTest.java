package io.truenorth.relationship.ledger;

import static io.truenorth.relationship.TouchBuilder.aTouch;
import static io.truenorth.relationship.TouchBuilder.millis;
import static io.truenorth.relationship.ledger.RelationshipLedger.Outcome.ADDED;
import static io.truenorth.relationship.ledger.RelationshipLedger.Outcome.DUPLICATE;
import static io.truenorth.relationship.ledger.RelationshipLedger.Outcome.UNKNOWN_CONTENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ledgers that version 1 stored: sums and the ids in them, but not what each event counted. */
class EarlierMonthFormatTest {

    /** Three events, as version 1 wrote their months, each counted twice as by adding a ledger to itself. */
    private static final List<byte[]> MONTHS = List.of(
            HexFormat.of()
                    .parseHex("01be0a030573746f7265087075726368617365056272616e64011e0001020504bb3e011e0100b94f523196aa"
                            + "acd804"),
            HexFormat.of()
                    .parseHex("01c00a0509636166c3a92de298950c6e70735f616e7377657265640005656d61696c0f6e6577736c65747465"
                            + "725f73656e7402000001020904041e030402020402000100761d230a06e678ef041e0100f52a315c8841749f"
                            + "04"));

    private static final int DECEMBER_31 = Days.of(millis("2025-12-31"));
    private static final int JANUARY_1 = Days.of(millis("2026-01-01"));

    private final RelationshipLedger ledger = ledgerOf(MONTHS);

    @Test
    void itsSumsAreTheCellsOfTheLedger() {
        assertThat(cellsOf(ledger))
                .containsExactly(
                        new Cell(DECEMBER_31, "store", "purchase", "brand", 2, 0, -3_998, 0, 0, 0),
                        new Cell(JANUARY_1, "café-☕", "nps_answered", "", 2, 0, 0, 2, 0, 0),
                        new Cell(Days.of(millis("2026-01-31")), "email", "newsletter_sent", "", 0, 2, 0, 0, 0, 0));
        assertThat(ledger.size()).isEqualTo(3);
        assertThat(ledger.firstDay()).hasValue(DECEMBER_31);
        assertThat(ledger.lastDay()).hasValue(Days.of(millis("2026-01-31")));
    }

    @Test
    void anEventOfItIsADuplicateAlsoOverAMidnight() {
        List<Cell> before = cellsOf(ledger);

        assertThat(ledger.add(aTouch("purchase").withId("e-1").at("2025-12-31").build()))
                .isEqualTo(DUPLICATE);
        assertThat(ledger.add(aTouch("purchase").withId("e-1").at("2026-01-01").build()))
                .isEqualTo(DUPLICATE);
        assertThat(ledger.add(aTouch("purchase").withId("e-1").at("2025-12-30").build()))
                .isEqualTo(DUPLICATE);
        assertThat(cellsOf(ledger)).isEqualTo(before);
        assertThat(ledger.add(aTouch("purchase").withId("e-1").at("2026-01-02").build()))
                .isEqualTo(ADDED);
    }

    @Test
    void whatItCountedCanNeitherBeRetractedNorCorrected() {
        Touch purchase = aTouch("purchase").withId("e-1").at("2025-12-31").build();

        assertThat(ledger.add(purchase.retraction())).isEqualTo(UNKNOWN_CONTENT);
        assertThat(ledger.add(purchase.withRevision(1))).isEqualTo(UNKNOWN_CONTENT);
        assertThat(ledger.add(Touch.retractionOf("e-1", millis("2026-01-01")))).isEqualTo(UNKNOWN_CONTENT);
        assertThat(ledger.add(Touch.retractionOf("other", millis("2025-12-31"))))
                .isEqualTo(ADDED);
    }

    @Test
    void newEventsAddToItsCells() {
        ledger.add(aTouch("purchase")
                .withId("new")
                .at("2025-12-31")
                .on("store")
                .about("brand")
                .worth(98)
                .build());

        assertThat(cellsOf(ledger).get(0))
                .isEqualTo(new Cell(DECEMBER_31, "store", "purchase", "brand", 3, 0, -3_900, 0, 0, 0));
    }

    @Test
    void itIsKeptInTheFormThatFollows() {
        ledger.add(aTouch("visit").withId("new").at("2025-12-31").build());

        RelationshipLedger read = RelationshipLedger.fromBytes(ledger.toBytes());

        assertThat(read).isEqualTo(ledger);
        List<byte[]> blocks = new ArrayList<>();
        ledger.moveTailToBlocks((month, bytes) -> blocks.add(bytes));
        assertThat(blocks).hasSize(1);
        RelationshipLedger stored = ledgerOf(MONTHS);
        stored.addBlock(blocks.get(0));
        assertThat(stored).as("the month of version 1 is in its block").isEqualTo(ledger);
        assertThat(cellsOf(read)).isEqualTo(cellsOf(ledger));
        assertThat(read.add(aTouch("purchase").withId("e-1").at("2025-12-31").build()))
                .isEqualTo(DUPLICATE);
    }

    @Test
    void unitesWithItselfWithoutCountingTwice() {
        assertThat(ledger.union(ledger)).isEqualTo(ledger);
        assertThat(ledger.union(new RelationshipLedger())).isEqualTo(ledger);
        assertThat(new RelationshipLedger().union(ledger)).isEqualTo(ledger);
    }

    @Test
    void anEventOfItInAnotherLedgerIsADuplicateInTheUnion() {
        RelationshipLedger other = new RelationshipLedger();
        other.add(aTouch("purchase").withId("e-1").at("2026-01-01").build());

        assertThat(ledger.union(other)).isEqualTo(ledger);
        assertThat(other.union(ledger)).isEqualTo(ledger);
    }

    /** What it held of an id in a chain of days decides whether the next one counts. */
    @Test
    void itDoesNotMatterWhetherItOrLaterEventsOfAnIdComeFirst() {
        RelationshipLedger other = new RelationshipLedger();
        other.add(aTouch("purchase").withId("e-1").at("2026-01-01").build());
        other.add(aTouch("purchase").withId("e-1").at("2026-01-02").build());

        assertThat(cellsOf(ledger.union(other))).hasSize(4).isEqualTo(cellsOf(other.union(ledger)));
    }

    @Test
    void cellsThatAddUpToNothingDoNotExist() {
        byte[] retractedBefore = aMonth().withCell(7, 0, 1, 2, 3, -1, 1).toBytes();
        RelationshipLedger sums = ledgerOf(List.of(retractedBefore));
        sums.add(aTouch("visit").withId("n").at("1970-01-08").build());
        sums.add(aTouch("visit").withId("m").at("1970-01-08").byTheBrand().build());

        assertThat(cellsOf(sums)).extracting(Cell::day).containsExactly(3, 5, 7);
    }

    @Test
    void monthsOlderThanTheRetentionAreRemoved() {
        ledger.removeBefore(JANUARY_1);

        assertThat(cellsOf(ledger)).extracting(Cell::channel).containsExactly("café-☕", "email");
    }

    @Test
    void aMonthThatBeginsBeforeAnErasureIsRemoved() {
        ledger.removeUpTo(JANUARY_1 - 1);

        assertThat(cellsOf(ledger)).extracting(Cell::channel).containsExactly("café-☕", "email");
    }

    @Test
    void onlyTheCanonicalFormIsRead() {
        assertThat(ledgerOf(List.of(aMonth().toBytes())).size()).isOne();

        assertRefused(aMonth().withName("unused"), "expected content that uses all 4 names, but 3 are used");
        assertRefused(aMonth().withName("web"), "expected every name once");
        assertRefused(aMonth().withCell(0, 0, 1, 2, 1), "expected cells in key order");
        assertRefused(aMonth().withCell(31, 0, 1, 2, 1), "expected a day of the month, was 32");
        assertRefused(aMonth().withCell(30, 0, 1, 3, 1), "expected one of the 3 names");
        assertRefused(aMonth().withCell(30, 0, 1, 2, 0), "expected a value other than 0");
        assertRefused(aMonth().withDay(5, 1, 7), "expected days in order");
        assertRefused(aMonth().withDay(6, 1, 7, 7), "expected event keys in order");
        assertRefused(aMonth().withDay(6, 1).withDay(7, 1, 8, 9), "expected a day with events");
        assertRefused(aMonth().withDay(6, 2, 7), "expected a day with events");
        assertRefused(aMonth().ofMonth(12_000_001), "expected a month within a million years");
        assertRefused(new Version1Month(), "expected a month with cells or events");
    }

    @Test
    void februaryHasNoThirtiethDay() {
        assertRefused(aMonth().ofMonth(1).withCell(29, 0, 1, 2, 1), "expected a day of the month, was 30");
    }

    @Test
    void whatFollowsAMonthIsRefused() {
        byte[] bytes = aMonth().toBytes();

        assertThatThrownBy(() -> new RelationshipLedger().addAll(Arrays.copyOf(bytes, bytes.length + 1)))
                .hasMessageContaining("expected the end, but 1 bytes follow");
    }

    private static RelationshipLedger ledgerOf(List<byte[]> months) {
        RelationshipLedger ledger = new RelationshipLedger();
        months.forEach(ledger::addBlock);
        return ledger;
    }

    private static Version1Month aMonth() {
        return new Version1Month()
                .withName("web")
                .withName("visit")
                .withName("")
                .withCell(3, 0, 1, 2, 1)
                .withCell(5, 0, 1, 2, 2)
                .withDay(5, 1, 42);
    }

    private static void assertRefused(Version1Month month, String reason) {
        assertThatThrownBy(() -> new RelationshipLedger().addAll(month.toBytes()))
                .isInstanceOf(LedgerFormatException.class)
                .hasMessageContaining(reason);
    }

    private static List<Cell> cellsOf(RelationshipLedger ledger) {
        List<Cell> cells = new ArrayList<>();
        ledger.forEachCell(cells::add);
        return cells;
    }
}
