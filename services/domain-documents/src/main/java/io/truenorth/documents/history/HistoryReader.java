package io.truenorth.documents.history;

import io.truenorth.documents.Excerpt;
import io.truenorth.relationship.model.ScoringModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.HashSet;
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
        this.mapping = mapping;
        this.model = model;
        this.customers = customers;
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
                HistoryLines lines = HistoryLines.of(content)) {
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

        FileRead(HistoryFile file, HistorySink sink, HistoryLines lines) {
            this.file = file;
            this.sink = sink;
            this.lines = lines;
            this.events = new HistoryEventReader(mapping.rules(), model, customers, now, new EventIds(file.source()));
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
            sink.progress(lines.storedBytes(), read);
        }

        private void readCsv() throws IOException, UnusableHistoryException {
            CsvRows rows = csvRows();
            while (lines.next()) {
                take(rows);
            }
        }

        private void readJson() throws IOException {
            JsonRows rows = new JsonRows(mapping.columns(), this::unknownField);
            do {
                take(rows);
            } while (lines.next());
            if (!mapping.isCanonical()) {
                rows.unseen().forEach(column -> violation(HistoryHeader.mapped(column, mapping) + " is in no line"));
            }
        }

        private void take(Rows rows) {
            read++;
            if (read % LINES_BETWEEN_PROGRESS == 0) {
                sink.progress(lines.storedBytes(), read);
            }
            HistoryEvent event;
            try {
                event = events.read(rows.read(text()));
            } catch (LineRejection rejection) {
                sink.rejected(rejection.at(file.name(), lines.number()));
                return;
            }
            sink.event(event, file.name(), lines.number());
        }

        private String text() throws LineRejection {
            if (lines.isTooLong()) {
                throw new LineRejection("", "a line of up to " + HistoryLines.LONGEST + " bytes", "longer");
            }
            try {
                return lines.text();
            } catch (CharacterCodingException e) {
                throw new LineRejection("", "text in UTF-8", "other bytes");
            }
        }

        private CsvRows csvRows() throws UnusableHistoryException {
            if (lines.beginsJsonArray()) {
                throw new UnusableHistoryException(
                        file.name(), "expected JSON Lines, one object a line, was a JSON array, which begins with [");
            }
            String line = "";
            try {
                line = text();
                CsvRows rows = new CsvRows(line, mapping.separator());
                HistoryHeader header = new HistoryHeader(rows.header(), mapping);
                header.requireUsable(file.name());
                header.unknown().forEach(this::violation);
                return rows;
            } catch (LineRejection rejection) {
                RejectedLine rejected = rejection.at(file.name(), lines.number());
                throw new UnusableHistoryException(
                        file.name(),
                        rejected.reason() + " as the header, was " + rejected.found()
                                + HistoryHeader.otherSeparator(line, mapping));
            }
        }

        private void unknownField(String name) {
            if (mapping.isCanonical() && unknownFields.size() < MOST_UNKNOWN_FIELDS && unknownFields.add(name)) {
                violation("unknown field " + Excerpt.of(name) + HistoryHeader.suggestion(name, mapping.columns()));
            }
        }

        private void violation(String message) {
            sink.violation(new FileViolation(file.name(), lines.number(), message));
        }
    }
}
