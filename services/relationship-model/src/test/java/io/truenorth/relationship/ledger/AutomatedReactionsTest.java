package io.truenorth.relationship.ledger;

import static io.truenorth.relationship.RandomHistory.ledgerOf;
import static io.truenorth.relationship.TouchBuilder.aTouch;
import static io.truenorth.relationship.TouchBuilder.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.relationship.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A click within 30 seconds of the delivery of the same mail is a scanner's, whichever of both arrives first. */
class AutomatedReactionsTest {

    private static final long DELIVERED = millis("2026-02-01T10:00:00Z");

    private static Touch delivery(String mail, long at) {
        return aTouch("email_delivered")
                .withId("d-" + mail + at)
                .on("email")
                .byTheBrand()
                .at(at)
                .build()
                .withMessage(Message.of(mail, at));
    }

    private static Touch click(String mail, long at) {
        return aTouch("email_clicked")
                .withId("k-" + mail + at)
                .on("email")
                .at(at)
                .build()
                .withMessage(Message.of(mail, at));
    }

    private static List<String> reactions(Touch... touches) {
        List<Touch> arrivals = new ArrayList<>(List.of(touches));
        List<String> kinds = reactions(ledgerOf(arrivals));
        Collections.reverse(arrivals);
        assertThat(reactions(ledgerOf(arrivals))).as("in the other order").isEqualTo(kinds);
        return kinds;
    }

    private static List<String> reactions(RelationshipLedger ledger) {
        List<String> kinds = new ArrayList<>();
        ledger.forEachCell(cell -> {
            for (long i = cell.inbound(); i > 0; i--) {
                kinds.add(cell.kind());
            }
        });
        return kinds;
    }

    @Test
    void aClickWithinTheWindowIsAutomated() {
        assertThat(reactions(delivery("m", DELIVERED), click("m", DELIVERED))).containsExactly("automated");
        assertThat(reactions(delivery("m", DELIVERED), click("m", DELIVERED + 30_000)))
                .containsExactly("automated");
    }

    @Test
    void aClickAfterTheWindowOrBeforeTheDeliveryIsTheCustomers() {
        assertThat(reactions(delivery("m", DELIVERED), click("m", DELIVERED + 30_001)))
                .containsExactly("email_clicked");
        assertThat(reactions(delivery("m", DELIVERED), click("m", DELIVERED - 1)))
                .containsExactly("email_clicked");
    }

    @Test
    void aClickOnAnotherMailOrChannelIsTheCustomers() {
        Touch onTheWeb = aTouch("email_clicked").at(DELIVERED).build().withMessage(Message.of("m", DELIVERED));

        assertThat(reactions(delivery("m", DELIVERED), click("other", DELIVERED)))
                .containsExactly("email_clicked");
        assertThat(reactions(delivery("m", DELIVERED), onTheWeb)).containsExactly("email_clicked");
    }

    @Test
    void theWindowReachesOverAMidnight() {
        long midnight = millis("2026-02-02");

        assertThat(reactions(delivery("m", midnight - 1_000), click("m", midnight + 5_000)))
                .containsExactly("automated");
    }

    @Test
    void withoutTheDeliveryItIsTheCustomersAgain() {
        Touch delivery = delivery("m", DELIVERED);

        assertThat(reactions(delivery, click("m", DELIVERED), delivery.retraction()))
                .containsExactly("email_clicked");
        assertThat(reactions(delivery, delivery("m", DELIVERED + 1), click("m", DELIVERED + 2), delivery.retraction()))
                .containsExactly("automated");
    }

    @Test
    void aDeliveryThatIsNoLongerKeptIsNone() {
        long midnight = millis("2026-02-01");
        RelationshipLedger ledger = ledgerOf(List.of(delivery("m", midnight - 1_000), click("m", midnight + 5_000)));

        ledger.removeBefore(Days.of(midnight));

        assertThat(reactions(ledger)).containsExactly("email_clicked");
        assertThat(reactions(RelationshipLedger.fromBytes(ledger.toBytes()))).containsExactly("email_clicked");
    }

    @Test
    void theWindowIsASetting() {
        RelationshipLedger ledger = new RelationshipLedger(0);
        ledger.add(delivery("m", DELIVERED));
        ledger.add(click("m", DELIVERED));
        RelationshipLedger wide = new RelationshipLedger(60_000);
        wide.add(delivery("m", DELIVERED));
        wide.add(click("m", DELIVERED + 60_000));

        assertThat(reactions(ledger)).containsExactly("email_clicked");
        assertThat(reactions(wide)).containsExactly("automated");
    }

    @Test
    void anyOrderOfArrivalAndTheWayThroughBytesGiveTheSameCells() {
        Seeds.each(500, seed -> {
            Random random = new Random(seed);
            List<Touch> touches = new ArrayList<>();
            for (int i = random.nextInt(20); i >= 0; i--) {
                String mail = "m" + random.nextInt(2);
                long at = DELIVERED + random.nextInt(100_000) + random.nextInt(2) * Days.MILLIS;
                Touch touch = random.nextBoolean() ? delivery(mail, at) : click(mail, at);
                touches.add(touch);
                if (random.nextInt(5) == 0) {
                    touches.add(touch.retraction());
                }
            }
            List<String> expected = reactions(ledgerOf(touches));
            Collections.shuffle(touches, random);

            assertThat(reactions(ledgerOf(touches))).isEqualTo(expected);
            assertThat(reactions(RelationshipLedger.fromBytes(ledgerOf(touches).toBytes())))
                    .isEqualTo(expected);
        });
    }

    @Test
    void aMessageHasATimeWithinItsDay() {
        assertThat(Message.of("m", DELIVERED).millisOfDay()).isEqualTo(36_000_000);
        assertThatThrownBy(() -> new Message(1, -1)).hasMessage("expected a time within a day, was -1 ms");
        assertThatThrownBy(() -> new Message(1, 86_400_000))
                .hasMessage("expected a time within a day, was 86400000 ms");
    }
}
