package io.truenorth.cli.explain;

import io.truenorth.relationship.ledger.Cell;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;
import java.util.Set;
import java.util.TreeSet;

/** How much is known of a customer: the plain counts behind a page. */
final class TouchCount {

    private final TreeSet<Integer> days = new TreeSet<>();
    private final Set<String> channels = new TreeSet<>();
    private long inbound;
    private long outbound;
    private long positive;
    private long neutral;
    private long negative;

    private TouchCount() {}

    /** Counts what counts at a moment (epoch ms), of which there is something. */
    static TouchCount of(RelationshipLedger ledger, long asOf) {
        TouchCount count = new TouchCount();
        ledger.forEachCell(cell -> {
            if (Days.start(cell.day()) < asOf) {
                count.add(cell);
            }
        });
        return count;
    }

    private void add(Cell cell) {
        days.add(cell.day());
        channels.add(cell.channel());
        inbound += cell.inbound();
        outbound += cell.outbound();
        positive += cell.positive();
        neutral += cell.neutral();
        negative += cell.negative();
    }

    /** How often they and we made a touch, and where. */
    String touchesInWords(TerminalStyle style) {
        return ReportFormat.count(inbound, "touch", "touches") + " by them" + style.dot()
                + ReportFormat.count(outbound, "touch", "touches") + " by us" + style.dot()
                + ReportFormat.count(channels.size(), "channel", "channels");
    }

    /** When they were first and last heard of. */
    String spanInWords(TerminalStyle style) {
        return "first " + ReportFormat.date(Days.start(days.first())) + style.dot() + "last "
                + ReportFormat.date(Days.start(days.last()));
    }

    String answersInWords() {
        return positive + neutral + negative == 0
                ? "none"
                : positive + " positive, " + neutral + " neutral, " + negative + " negative";
    }
}
