package io.truenorth.cli.history;

import io.truenorth.documents.Excerpt;
import io.truenorth.documents.history.FileNote;
import io.truenorth.documents.history.FileViolation;
import io.truenorth.documents.history.HistoryEvent;
import io.truenorth.documents.history.HistoryFile;
import io.truenorth.documents.history.HistoryMapping;
import io.truenorth.documents.history.HistoryReader;
import io.truenorth.documents.history.HistorySink;
import io.truenorth.documents.history.RejectedLine;
import io.truenorth.documents.history.ReportingCurrency;
import io.truenorth.documents.history.UnusableHistoryException;
import io.truenorth.relationship.model.ScoringModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The first lines of a file as one or several mappings read them, as a table.
 *
 * @param model knows the kinds
 * @param currency in whose minor units money counts
 * @param now no event may be later
 */
record LinesAsRead(ScoringModel model, ReportingCurrency currency, Instant now) {

    private static final int SHOWN = 10;
    private static final int WIDEST = 40;
    private static final List<String> HEADER =
            List.of("line", "time", "customer", "channel", "kind", "sentiment", "minor", "subject");

    /** The rows that a mapping reads first, by line. */
    private final class FirstRows implements HistorySink {
        private final TreeMap<Long, List<String>> rows = new TreeMap<>();

        @Override
        public void event(HistoryEvent event, String file, long line) {
            add(
                    line,
                    List.of(
                            Long.toString(line),
                            Instant.ofEpochMilli(event.occurredAt()).toString(),
                            event.customerOrReference(),
                            event.channel(),
                            event.kind(),
                            event.sentiment().isPresent()
                                    ? Double.toString(event.sentiment().getAsDouble())
                                    : "",
                            event.valueMinor().isPresent()
                                    ? Long.toString(event.valueMinor().getAsLong())
                                    : "",
                            event.subject()));
        }

        @Override
        public void rejected(RejectedLine line) {
            add(
                    line.line(),
                    List.of(Long.toString(line.line()), "refused: " + line.reason() + ", was " + line.found()));
        }

        private void add(long line, List<String> row) {
            if (rows.size() < SHOWN) {
                rows.put(line, row);
            }
        }

        @Override
        public void violation(FileViolation violation) {
            // The sample may end within a line.
        }

        @Override
        public void note(FileNote note) {
            // Told when the file is read.
        }
    }

    /** The table; empty without a mapping. Times that the mappings read differently are shown both. */
    List<String> table(HistoryFile file, List<HistoryMapping> mappings) throws UnusableHistoryException {
        List<List<String>> table = new ArrayList<>();
        for (HistoryMapping mapping : mappings) {
            FirstRows first = new FirstRows();
            new HistoryReader(mapping, model, HistoryOptions.customers(Optional.empty()), currency, now)
                    .read(file, first);
            List<List<String>> rows = List.copyOf(first.rows.values());
            table = table.isEmpty() ? new ArrayList<>(rows) : merged(table, rows);
        }
        if (!table.isEmpty()) {
            table.add(0, HEADER);
        }
        return aligned(table);
    }

    private static List<List<String>> merged(List<List<String>> one, List<List<String>> other) {
        List<List<String>> merged = new ArrayList<>();
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            List<String> row = new ArrayList<>(one.get(i));
            String time = row.get(1);
            String otherTime = other.get(i).get(1);
            row.set(1, time.equals(otherTime) ? time : time + " or " + otherTime);
            merged.add(row);
        }
        return merged;
    }

    private static List<String> aligned(List<List<String>> table) {
        int[] widths = new int[HEADER.size()];
        for (List<String> row : table) {
            for (int i = 0; i < row.size() && row.size() == HEADER.size(); i++) {
                widths[i] = Math.max(widths[i], shown(row, i).length());
            }
        }
        return table.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(i -> shown(row, i)
                                + " "
                                        .repeat(Math.max(
                                                0, widths[i] - shown(row, i).length())))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .toList();
    }

    private static String shown(List<String> row, int column) {
        return column == 1 ? Excerpt.visible(row.get(column)) : Excerpt.plain(row.get(column), WIDEST);
    }
}
