package io.truenorth.relationship.ledger;

import static io.truenorth.relationship.RandomHistory.ledgerOf;
import static io.truenorth.relationship.TouchBuilder.aTouch;
import static io.truenorth.relationship.TouchBuilder.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.relationship.RandomHistory;
import io.truenorth.relationship.Seeds;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LedgerFormatTest {

    private static final long NOW = millis("2026-03-01T10:00:00Z");

    /** As written by the first release; later releases must still read this version. */
    private static final String VERSION_1 =
            "01022f01be0a030573746f7265087075726368617365056272616e64011e0001020504bb3e011e0100b94f52"
                    + "3196aaacd8045901c00a0509636166c3a92de298950c6e70735f616e7377657265640005656d61696c0f6e65"
                    + "77736c65747465725f73656e7402000001020904041e030402020402000100761d230a06e678ef041e0100f5"
                    + "2a315c8841749f04";

    @Test
    void everyLedgerComesBackFromItsBytes() {
        Seeds.each(500, seed -> {
            RelationshipLedger one = ledgerOf(RandomHistory.before(NOW, seed));
            RelationshipLedger other = ledgerOf(RandomHistory.before(NOW, seed / 2));
            for (RelationshipLedger ledger : List.of(one, one.plus(one), other.minus(one))) {
                RelationshipLedger read = RelationshipLedger.fromBytes(ledger.toBytes());

                assertThat(read).isEqualTo(ledger);
                assertThat(read.toBytes()).isEqualTo(ledger.toBytes());
            }
        });
    }

    @Test
    void everyMonthComesBackFromItsBytes() {
        Seeds.each(300, seed -> {
            for (LedgerMonth month : ledgerOf(RandomHistory.before(NOW, seed)).months()) {
                assertThat(LedgerMonth.fromBytes(month.toBytes())).isEqualTo(month);
            }
        });
    }

    @Test
    void daysBefore1970ComeBack() {
        RelationshipLedger ledger = ledgerOf(List.of(
                aTouch("a").withId("1").at("1969-12-31").build(),
                aTouch("b").withId("2").at("1900-02-28").build()));

        assertThat(RelationshipLedger.fromBytes(ledger.toBytes())).isEqualTo(ledger);
    }

    @Test
    void version1IsReadAndWritten() {
        RelationshipLedger ledger = ledgerOf(List.of(
                aTouch("purchase")
                        .withId("e-1")
                        .at("2025-12-31T23:59:59Z")
                        .on("store")
                        .about("brand")
                        .worth(-1_999)
                        .build(),
                aTouch("nps_answered")
                        .withId("e-2")
                        .at("2026-01-01")
                        .on("café-☕")
                        .saying(Sentiment.POSITIVE)
                        .build(),
                aTouch("newsletter_sent")
                        .withId("e-3")
                        .at("2026-01-31")
                        .on("email")
                        .byTheBrand()
                        .build()));
        RelationshipLedger doubled = ledger.plus(ledger);

        assertThat(HexFormat.of().formatHex(doubled.toBytes())).isEqualTo(VERSION_1);
        assertThat(RelationshipLedger.fromBytes(HexFormat.of().parseHex(VERSION_1)))
                .isEqualTo(doubled);
    }

    @Test
    void damagedBytesAreRefusedOrAnotherCanonicalLedger() {
        Seeds.each(300, seed -> {
            Random random = new Random(seed);
            byte[] bytes = ledgerOf(RandomHistory.before(NOW, seed)).toBytes();
            byte[] damaged = damage(bytes, random);
            try {
                assertThat(RelationshipLedger.fromBytes(damaged).toBytes()).isEqualTo(damaged);
            } catch (LedgerFormatException refused) {
                assertThat(refused).hasMessageStartingWith("at byte ");
            }
        });
    }

    private static byte[] damage(byte[] bytes, Random random) {
        byte[] damaged = Arrays.copyOf(bytes, random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length);
        for (int i = random.nextInt(4); i >= 0 && damaged.length > 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    @Test
    void whatFollowsALedgerIsRefused() {
        byte[] bytes = ledgerOf(RandomHistory.before(NOW, 3)).toBytes();

        assertThatThrownBy(() -> RelationshipLedger.fromBytes(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(LedgerFormatException.class)
                .hasMessage("at byte " + bytes.length + " of a ledger: expected the end, but 1 bytes follow");
    }

    @Test
    void aLaterVersionIsRefusedByItsNumber() {
        assertThatThrownBy(() -> RelationshipLedger.fromBytes(new byte[] {2, 0}))
                .isInstanceOf(LedgerFormatException.class)
                .hasMessage("at byte 1 of a ledger: expected version 1, was 2");
    }

    @Test
    void aHugeCountAsksForNoMemory() {
        byte[] bytes = {1, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 7};

        assertThatThrownBy(() -> RelationshipLedger.fromBytes(bytes))
                .isInstanceOf(LedgerFormatException.class)
                .hasMessageContaining("expected a count that fits the 0 bytes left");
    }

    @Test
    void onlyTheCanonicalFormIsRead() {
        assertThat(LedgerMonth.fromBytes(aMonth().toBytes()).cells()).hasSize(2);

        assertRefused(aMonth().withName("unused"), "expected cells that use all 4 names, but 3 are used");
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
        assertRefused(new MonthBytes(), "expected a month with cells or events");
    }

    @Test
    void februaryHasNoThirtiethDay() {
        assertRefused(aMonth().ofMonth(1).withCell(29, 0, 1, 2, 1), "expected a day of the month, was 30");
    }

    @Test
    void monthsOfALedgerAreInOrder() {
        ByteWriter out = new ByteWriter(64);
        out.writeByte(1);
        out.writeUnsigned(2);
        out.writeBytes(aMonth().toBytes());
        out.writeBytes(aMonth().toBytes());

        assertThatThrownBy(() -> RelationshipLedger.fromBytes(out.toBytes()))
                .isInstanceOf(LedgerFormatException.class)
                .hasMessageContaining("expected months in order, was LedgerMonth[1970-1, 2 cells, 1 events]");
    }

    @Test
    void whatFollowsAMonthIsRefused() {
        byte[] bytes = aMonth().toBytes();

        assertThatThrownBy(() -> LedgerMonth.fromBytes(Arrays.copyOf(bytes, bytes.length + 1)))
                .hasMessageContaining("expected the end, but 1 bytes follow");
    }

    private static MonthBytes aMonth() {
        return new MonthBytes()
                .withName("web")
                .withName("visit")
                .withName("")
                .withCell(3, 0, 1, 2, 1)
                .withCell(5, 0, 1, 2, 2)
                .withDay(5, 1, 42);
    }

    private static void assertRefused(MonthBytes month, String reason) {
        assertThatThrownBy(() -> LedgerMonth.fromBytes(month.toBytes()))
                .isInstanceOf(LedgerFormatException.class)
                .hasMessageContaining(reason);
    }

    /** Writes a month part by part, so that each part can be made invalid. */
    private static final class MonthBytes {
        private int month;
        private int names;
        private int cells;
        private int days;
        private final ByteWriter nameBytes = new ByteWriter(1);
        private final ByteWriter cellBytes = new ByteWriter(1);
        private final ByteWriter dayBytes = new ByteWriter(1);

        MonthBytes ofMonth(int number) {
            month = number;
            return this;
        }

        MonthBytes withName(String name) {
            names++;
            nameBytes.writeText(name);
            return this;
        }

        MonthBytes withCell(int day, int channel, int kind, int subject, long inbound) {
            cells++;
            cellBytes.writeByte(day);
            cellBytes.writeUnsigned(channel);
            cellBytes.writeUnsigned(kind);
            cellBytes.writeUnsigned(subject);
            cellBytes.writeByte(1);
            cellBytes.writeSigned(inbound);
            return this;
        }

        MonthBytes withDay(int day, int plain, long... keys) {
            days++;
            dayBytes.writeByte(day);
            dayBytes.writeUnsigned(keys.length);
            dayBytes.writeByte(plain);
            for (long key : keys) {
                dayBytes.writeFixed(key);
            }
            return this;
        }

        byte[] toBytes() {
            ByteWriter out = new ByteWriter(8);
            out.writeByte(1);
            out.writeSigned(month);
            out.writeUnsigned(names);
            byte[][] parts = {nameBytes.toBytes(), cellBytes.toBytes(), dayBytes.toBytes()};
            int[] counts = {names, cells, days};
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    out.writeUnsigned(counts[i]);
                }
                for (byte part : parts[i]) {
                    out.writeByte(part);
                }
            }
            return out.toBytes();
        }
    }
}
