package io.truenorth.documents.history;

import io.truenorth.documents.Excerpt;
import io.truenorth.relationship.model.ScoringModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads histories line by line. CSV or JSON Lines, gzipped or not, is told from the content: the magic number of gzip, and
 * an opening brace as the first character.
 *
 * <p>A line that cannot be taken is refused with its number, the column and what was expected there; the rest goes on.
 * Compressed data that break off end the file, with what was read before taken.
 */
public final class HistoryReader {

    private static final int LINES_BETWEEN_PROGRESS = 512;
    private static final int MOST_UNKNOWN_FIELDS = 100;

    private final HistoryMapping mapping;
    private final ScoringModel model;
    private final CustomerNames customers;
    private final ReportingCurrency currency;
    private final long now;

    /**
     * A reader of histories of one form, of customers that the standard list of placeholders knows nothing against.
     *
     * @param model says which kinds are taken
     * @param now when the histories arrive: no event may be later, but for a little skew
     */
    public HistoryReader(HistoryMapping mapping, ScoringModel model, Instant now) {
        this(mapping, model, CustomerNames.standard(), now);
    }

    /**
     * A reader of histories of one form.
     *
     * @param model says which kinds are taken
     * @param customers says whose events are taken
     * @param now when the histories arrive: no event may be later, but for a little skew
     */
    public HistoryReader(HistoryMapping mapping, ScoringModel model, CustomerNames customers, Instant now) {
        this(mapping, model, customers, ReportingCurrency.standard(), now);
    }

    /**
     * A reader of histories of one form.
     *
     * @param model says which kinds are taken
     * @param customers says whose events are taken
     * @param currency in whose minor units money counts
     * @param now when the histories arrive: no event may be later, but for a little skew
     */
    public HistoryReader(
            HistoryMapping mapping,
            ScoringModel model,
            CustomerNames customers,
            ReportingCurrency currency,
            Instant now) {
        this.mapping = mapping;
        this.model = model;
        this.customers = customers;
        this.currency = currency;
        this.now = now.toEpochMilli();
    }

    /**
     * Reads a file to its end.
     *
     * @throws UnusableHistoryException if the file cannot be opened, is empty, or lacks a column; nothing of it was
     *     shown to the sink then
     */
    public void read(HistoryFile file, HistorySink sink) throws UnusableHistoryException {
        try (InputStream content = file.content().open();
                HistoryLines lines = HistoryLines.of(content, mapping.form().encoding())) {
            lines.skipTo(mapping.form().skipLines());
            if (!lines.next()) {
                throw new UnusableHistoryException(file.name(), "is empty, expected " + expectedContent());
            }
            new FileRead(file, sink, lines).run();
        } catch (NoSuchFileException e) {
            throw new UnusableHistoryException(file.name(), "no such file");
        } catch (IOException e) {
            throw new UnusableHistoryException(file.name(), "cannot be read: " + e.getMessage());
        }
    }

    private String expectedContent() {
        return "a header line with the columns " + String.join(", ", mapping.requiredColumns(Set.of()))
                + ", or a JSON object on every line";
    }

    /** One file being read. */
    private final class FileRead {
        private final HistoryFile file;
        private final HistorySink sink;
        private final HistoryLines lines;
        private final HistoryEventReader events;
        private final Set<String> unknownFields = new HashSet<>();
        private long read;
        private long skipped;

        FileRead(HistoryFile file, HistorySink sink, HistoryLines lines) {
            this.file = file;
            this.sink = sink;
            this.lines = lines;
            this.events = new HistoryEventReader(
                    mapping.rules(), model, customers, currency, now, new EventIds(file.source()));
        }

        /** The first line is at hand. */
        void run() throws UnusableHistoryException {
            try {
                if (lines.beginsWithBrace()) {
                    readJson();
                } else {
                    readCsv();
                }
            } catch (IOException e) {
                violation(e.getMessage() + " after this line; what follows is lost");
            }
            if (skipped > 0) {
                note(String.format(Locale.ROOT, "%,d lines without a customer were skipped", skipped));
            }
            sink.progress(lines.storedBytes(), read);
        }

        private void readCsv() throws IOException, UnusableHistoryException {
            CsvRecords records = new CsvRecords(lines, mapping.separator());
            records.begin();
            CsvRows rows = csvRows(records);
            for (int i = 0; i < mapping.form().skipAfterHeader(); i++) {
                records.next();
            }
            while (records.next()) {
                boolean first = read == 0;
                take(rows, records);
                if (first) {
                    noteUnnamed(rows);
                }
            }
        }

        private void noteUnnamed(CsvRows rows) {
            int named = rows.header().size();
            for (int i = 1; i <= rows.unnamed(); i++) {
                note("column " + (named + i) + " has no name in the header (ignored)");
            }
        }

        private void readJson() throws IOException {
            HistoryRecords records = HistoryRecords.ofLines(lines);
            JsonRows rows = new JsonRows(mapping.columns(), mapping.flags(), this::unknownField);
            do {
                take(rows, records);
            } while (records.next());
            if (!mapping.isCanonical()) {
                rows.unseen().forEach(column -> note(HistoryHeader.mapped(column, mapping) + " is in no line"));
            }
        }

        private void take(Rows rows, HistoryRecords records) {
            read++;
            if (read % LINES_BETWEEN_PROGRESS == 0) {
                sink.progress(lines.storedBytes(), read);
            }
            Optional<HistoryEvent> event;
            try {
                event = events.read(rows.read(records.text()));
            } catch (LineRejection rejection) {
                sink.rejected(rejection.at(file.name(), records.number()));
                return;
            }
            if (event.isPresent()) {
                sink.event(event.get(), file.name(), records.number());
            } else {
                skipped++;
            }
        }

        private CsvRows csvRows(CsvRecords records) throws UnusableHistoryException {
            if (lines.beginsJsonArray()) {
                throw new UnusableHistoryException(
                        file.name(), "expected JSON Lines, one object a line, was a JSON array, which begins with [");
            }
            try {
                CsvRows rows = new CsvRows(records.text(), mapping.separator());
                HistoryHeader header = new HistoryHeader(rows.header(), mapping);
                header.requireUsable(file.name(), TextEncodings.hint(lines.otherEncoding()));
                header.unknown().forEach(this::note);
                return rows;
            } catch (LineRejection rejection) {
                RejectedLine rejected = rejection.at(file.name(), records.number());
                throw new UnusableHistoryException(
                        file.name(),
                        rejected.reason() + " as the header, was " + rejected.found()
                                + HistoryHeader.otherSeparator(records.shown(), mapping));
            }
        }

        private void unknownField(String name) {
            if (mapping.isCanonical() && unknownFields.size() < MOST_UNKNOWN_FIELDS && unknownFields.add(name)) {
                note("unknown field " + Excerpt.of(name) + HistoryHeader.suggestion(name, mapping.columns()));
            }
        }

        private void violation(String message) {
            sink.violation(new FileViolation(file.name(), lines.number(), message));
        }

        private void note(String message) {
            sink.note(new FileNote(file.name(), lines.number(), message));
        }
    }
}
