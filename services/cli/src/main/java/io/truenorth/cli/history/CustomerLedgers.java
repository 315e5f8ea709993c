package io.truenorth.cli.history;

import io.truenorth.documents.history.HistoryEvent;
import io.truenorth.documents.history.RejectedLine;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.ledger.Utf8Order;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The ledgers of all customers in histories. */
public final class CustomerLedgers extends ReportingSink {

    private final Map<String, RelationshipLedger> ledgers = new HashMap<>();
    private final ReferenceOwners owners = new ReferenceOwners();
    private List<WaitingLine> waiting = new ArrayList<>();
    private long duplicates;

    /** A line that names no customer, but a reference. */
    private record WaitingLine(HistoryEvent event, String file, long line) {}

    /** @param rejectedLines receives every rejected line */
    public CustomerLedgers(RejectedLines rejectedLines, ReadingProgress progress) {
        super(rejectedLines, progress);
    }

    @Override
    public void event(HistoryEvent event, String file, long line) {
        if (event.customer().isEmpty()) {
            waiting.add(new WaitingLine(event, file, line));
        } else {
            add(event.customer(), event, file, line);
        }
    }

    /** Whose the references are is known now. A line that belongs to somebody may tell whose another reference is. */
    @Override
    public void end() {
        int before;
        do {
            before = waiting.size();
            List<WaitingLine> lines = waiting;
            waiting = new ArrayList<>();
            lines.forEach(this::addToOwner);
        } while (waiting.size() < before);
        waiting.forEach(line -> rejected(new RejectedLine(
                line.file(),
                line.line(),
                "references",
                "a reference that a line with a customer has",
                line.event().references().get(0))));
    }

    private void addToOwner(WaitingLine line) {
        Optional<String> owner = owners.of(line.event().references().get(0));
        if (owner.isPresent()) {
            add(owner.get(), line.event(), line.file(), line.line());
        } else {
            waiting.add(line);
        }
    }

    private void add(String customer, HistoryEvent event, String file, long line) {
        owners.claim(customer, event);
        RelationshipLedger ledger = ledgers.computeIfAbsent(customer, name -> new RelationshipLedger());
        switch (ledger.add(event.toTouch())) {
            case ADDED -> {}
            case DUPLICATE, REPLACED -> duplicates++;
            case DAY_FULL -> rejected(dayFull(event, file, line));
            case UNKNOWN_CONTENT -> throw new AssertionError("a ledger that was not stored knows what it counted");
        }
    }

    private static RejectedLine dayFull(HistoryEvent event, String file, long line) {
        LocalDate day = LocalDate.ofEpochDay(Days.of(event.occurredAt()));
        return new RejectedLine(
                file,
                line,
                "customer",
                "up to " + RelationshipLedger.STANDARD_DAY_LIMIT + " events of a customer on one day",
                "one more on " + day);
    }

    /** The ledger of a customer; empty if no history contains them. */
    public Optional<RelationshipLedger> of(String customer) {
        return Optional.ofNullable(ledgers.get(customer));
    }

    /** The ledgers of all customers, in no particular order. */
    public Collection<RelationshipLedger> all() {
        return Collections.unmodifiableCollection(ledgers.values());
    }

    /** The last epoch day with a cell that counts; 0 if there is none. */
    public int lastDay() {
        return ledgers.values().stream()
                .mapToInt(ledger -> ledger.lastDay().orElse(0))
                .max()
                .orElse(0);
    }

    /** The ledgers of all customers, sorted by the UTF-8 encoding of their ids. */
    public SortedMap<String, RelationshipLedger> sorted() {
        SortedMap<String, RelationshipLedger> sorted = new TreeMap<>(Utf8Order::compare);
        sorted.putAll(ledgers);
        return sorted;
    }

    /** All customers, in no particular order. */
    public Set<String> customers() {
        return ledgers.keySet();
    }

    /** All customers with a cell that counts at {@code t} (epoch ms), sorted by the UTF-8 encoding of their ids. */
    public List<String> countedAt(long t) {
        List<String> counted = new ArrayList<>();
        ledgers.forEach((customer, ledger) -> {
            if (ledger.firstDay().orElse(Integer.MAX_VALUE) <= Days.lastBefore(t)) {
                counted.add(customer);
            }
        });
        counted.sort(Utf8Order::compare);
        return counted;
    }

    /**
     * A summary of what was read.
     *
     * @param scored the number of scored customers
     */
    public String summary(long scored) {
        return String.format(
                Locale.ROOT,
                "scored %,d of %,d customers; lines %,d, duplicates %,d, refused %,d, in %.1f s",
                scored,
                ledgers.size(),
                progress().lines(),
                duplicates,
                refused(),
                progress().seconds());
    }
}
