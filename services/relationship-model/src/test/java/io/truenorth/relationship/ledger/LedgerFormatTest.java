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

    /** As written by the first release of version 2; later releases must still read it. */
    private static final String VERSION_2 =
            "02090573746f7265087075726368617365056272616e6409636166c3a92de298950c6e70735f616e73776572"
                    + "65640005656d61696c0f6e6577736c65747465725f73656e740d656d61696c5f636c69636b65640400010203"
                    + "040506070506080503cabf0201b94f523196aaacd813009d1f0101761d230a06e678ef2201031e03cbbf6b3b"
                    + "25a7f6b708f52a315c8841749f0702264975ff01fc691b430300d8d3f11739d2f3e80700";

    @Test
    void everyLedgerComesBackFromItsBytes() {
        Seeds.each(500, seed -> {
            RelationshipLedger ledger = ledgerOf(RandomHistory.before(NOW, seed));

            RelationshipLedger read = RelationshipLedger.fromBytes(ledger.toBytes());

            assertThat(read).isEqualTo(ledger);
            assertThat(read.toBytes()).isEqualTo(ledger.toBytes());
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
    void version2IsReadAndWritten() {
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
                        .build()
                        .withRevision(3),
                aTouch("newsletter_sent")
                        .withId("e-3")
                        .at("2026-01-31")
                        .on("email")
                        .byTheBrand()
                        .build(),
                Touch.retractionOf("e-4", millis("2026-01-31")),
                aTouch("email_clicked")
                        .withId("e-5")
                        .at("2026-01-31")
                        .on("email")
                        .build()
                        .withMessage(Message.of("mail", 1_000))));

        assertThat(HexFormat.of().formatHex(ledger.toBytes())).isEqualTo(VERSION_2);
        assertThat(RelationshipLedger.fromBytes(HexFormat.of().parseHex(VERSION_2)))
                .isEqualTo(ledger);
    }

    @Test
    void anEventTakesAboutElevenBytes() {
        RelationshipLedger ledger = new RelationshipLedger();
        for (int i = 0; i < 1_000; i++) {
            ledger.add(aTouch("page_visited").withId("e" + i).at(NOW).build());
        }

        assertThat(ledger.toBytes()).hasSizeLessThan(10_100);
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
        assertThatThrownBy(() -> RelationshipLedger.fromBytes(new byte[] {3, 0}))
                .isInstanceOf(LedgerFormatException.class)
                .hasMessage("at byte 1 of a ledger: expected version 1 or 2, was 3");
    }

    @Test
    void aHugeCountAsksForNoMemory() {
        byte[] bytes = {2, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 7};

        assertThatThrownBy(() -> RelationshipLedger.fromBytes(bytes))
                .isInstanceOf(LedgerFormatException.class)
                .hasMessageContaining("expected a count that fits the 0 bytes left");
    }

    @Test
    void onlyTheCanonicalFormIsRead() {
        // One name of each sort, one category, and on day 5 the event 42, a touch by the customer without sentiment
        String ledger = "02" + "0303776562057669736974" + "00" + "01000102" + "010a" + "01" + "000000000000002a";
        assertThat(ofHex(ledger + "0300" + "00").size()).isOne();

        assertRefused(ledger + "8000" + "00", "expected the details of an entry, was 128");
        assertRefused(ledger + "0800" + "00", "but 0 are used");
        assertRefused(ledger + "0301" + "00", "expected one of the 1 categories in the order of first use, was 1");
        assertRefused(ledger + "130000" + "00", "expected money other than 0");
        assertRefused(ledger + "230000" + "00", "expected money other than 0 and a positive revision of 32 bits");
        assertRefused(
                ledger.replace("010a", "020a") + "0300" + "00" + "01" + "000000000000002b" + "0300" + "00",
                "expected days in order");
        assertRefused(
                "02" + "00" + "00" + "01" + "05" + "00" + "00000000000000000000000000", "expected a day with entries");
        assertRefused(
                ledger.replace("010a", "01ffffffffff0f") + "0300" + "00", "expected a day within a million years");
        assertRefused("02" + "01" + "00" + "01000000" + "00" + "00", "expected a channel and a kind");
    }

    private static RelationshipLedger ofHex(String hex) {
        return RelationshipLedger.fromBytes(HexFormat.of().parseHex(hex));
    }

    private static void assertRefused(String hex, String reason) {
        assertThatThrownBy(() -> ofHex(hex))
                .isInstanceOf(LedgerFormatException.class)
                .hasMessageContaining(reason);
    }
}
