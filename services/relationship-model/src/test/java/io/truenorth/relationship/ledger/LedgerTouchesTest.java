package io.truenorth.relationship.ledger;

import static io.truenorth.relationship.TouchBuilder.aTouch;
import static io.truenorth.relationship.TouchBuilder.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.relationship.RandomHistory;
import io.truenorth.relationship.Seeds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The touches of a ledger, as they count: a ledger of them has the same cells. */
class LedgerTouchesTest {
    private static final long NOW = millis("2026-03-01T10:00:00Z");

    @Test
    void aLedgerOfTheTouchesHasTheSameCells() {
        Seeds.each(100, seed -> {
            RelationshipLedger ledger = RandomHistory.ledgerOf(RandomHistory.before(NOW, seed));
            RelationshipLedger again = new RelationshipLedger(0);

            ledger.touches().forEach(again::add);

            assertThat(cells(again)).isEqualTo(cells(ledger));
            assertThat(again.size()).isEqualTo(ledger.size());
        });
    }

    @Test
    void aMachinesReactionHasTheKindUnderWhichItCounts() {
        RelationshipLedger ledger = new RelationshipLedger();
        ledger.add(aTouch("email_delivered")
                .withId("d")
                .on("email")
                .byTheBrand()
                .at(NOW)
                .build()
                .withMessage(Message.of("mail", NOW)));
        Touch click = aTouch("email_clicked")
                .withId("k")
                .on("email")
                .at(NOW)
                .build()
                .withMessage(Message.of("mail", NOW))
                .withRevision(2);
        ledger.add(click);
        Touch retraction = aTouch("purchase").withId("p").at(NOW).build().retraction();
        ledger.add(retraction);

        List<Touch> touches = ledger.touches();

        assertThat(touches).hasSize(3).contains(retraction);
        assertThat(touches)
                .filteredOn(touch -> touch.revision() == 2)
                .singleElement()
                .satisfies(touch -> {
                    assertThat(touch.category()).isEqualTo(Category.of("email", "automated", ""));
                    assertThat(touch.eventKey()).isEqualTo(click.eventKey());
                    assertThat(touch.message()).isEqualTo(click.message());
                });
        assertThat(ledger.earlierCells()).isEmpty();
    }

    private static List<Cell> cells(RelationshipLedger ledger) {
        List<Cell> cells = new ArrayList<>();
        ledger.forEachCell(cells::add);
        return cells;
    }
}
