package io.truenorth.cli.privacy.export;

import io.truenorth.relationship.ledger.Category;
import io.truenorth.relationship.ledger.Cell;
import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.ledger.Touch;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The events of a ledger as lines of a history, whose score is that of the ledger. */
final class LedgerEvents {
    private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();

    private final String customer;
    private final int digits;
    private final List<EventLine> lines = new ArrayList<>();

    private LedgerEvents(String customer, String currency) {
        this.customer = customer;
        this.digits = Currency.getInstance(currency).getDefaultFractionDigits();
    }

    /**
     * Returns the events of a ledger.
     *
     * @param currency of the ledger's money, by ISO 4217
     */
    static List<EventLine> of(String customer, RelationshipLedger ledger, String currency) {
        LedgerEvents events = new LedgerEvents(customer, currency);
        ledger.touches().forEach(events::add);
        events.addSums(ledger.earlierCells());
        return events.lines;
    }

    /** Returns events with the sums of some cells. */
    static List<EventLine> ofSums(String customer, List<Cell> cells, String currency) {
        LedgerEvents events = new LedgerEvents(customer, currency);
        events.addSums(cells);
        return events.lines;
    }

    private void addSums(List<Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            add(cells.get(i), i);
        }
    }

    private void add(Touch touch) {
        Category category = touch.category();
        String key = "e-" + String.format(Locale.ROOT, "%016x", touch.eventKey());
        if (category == null) {
            lines.add(retraction(touch.day(), key));
            return;
        }
        lines.add(line(
                touch.day(),
                category,
                touch.direction(),
                touch.sentiment(),
                touch.valueMinor(),
                key,
                touch.revision()));
    }

    private EventLine retraction(int day, String key) {
        return new EventLine(
                customer,
                day * DAY_SECONDS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(key),
                Optional.empty());
    }

    private EventLine line(
            int day,
            Category category,
            Direction direction,
            Sentiment sentiment,
            long valueMinor,
            String id,
            int revision) {
        return new EventLine(
                customer,
                day * DAY_SECONDS,
                Optional.of(category.channel()),
                Optional.of(category.kind()),
                Optional.of(direction == Direction.INBOUND ? "in" : "out"),
                sentiment == Sentiment.NONE ? Optional.empty() : Optional.of(sentiment.ordinal() - 1),
                valueMinor == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(valueMinor, digits)),
                Optional.of(category.subject()).filter(subject -> !subject.isEmpty()),
                Optional.of(id),
                Optional.empty(),
                revision == 0 ? Optional.empty() : Optional.of(revision));
    }

    /** Of a month that was stored as sums, events with these sums: which of them said what is not known, and does not matter. */
    private void add(Cell cell, int number) {
        Category category = Category.of(cell.channel(), cell.kind(), cell.subject());
        long money = cell.valueMinor();
        for (long i = 0; i < cell.inbound(); i++) {
            lines.add(line(cell.day(), category, Direction.INBOUND, said(cell, i), money, id(number, "in", i), 0));
            money = 0;
        }
        for (long i = 0; i < cell.outbound(); i++) {
            lines.add(line(cell.day(), category, Direction.OUTBOUND, Sentiment.NONE, money, id(number, "out", i), 0));
            money = 0;
        }
    }

    private static Sentiment said(Cell cell, long index) {
        if (index < cell.positive()) {
            return Sentiment.POSITIVE;
        }
        if (index < cell.positive() + cell.neutral()) {
            return Sentiment.NEUTRAL;
        }
        return index < cell.positive() + cell.neutral() + cell.negative() ? Sentiment.NEGATIVE : Sentiment.NONE;
    }

    private static String id(int cell, String direction, long index) {
        return "sum-" + cell + "-" + direction + "-" + index;
    }
}
