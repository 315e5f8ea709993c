package io.truenorth.documents.history;

import io.truenorth.documents.Excerpt;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The records of CSV: a quoted field may contain line breaks. A quote that is not closed within 64 KiB rejects the line where it
 * was opened; the lines after it are read again, each by itself.
 */
final class CsvRecords implements HistoryRecords {

    private final HistoryLines lines;
    private final char separator;
    private final Deque<Line> pending = new ArrayDeque<>();
    private Line current = new Line(0, "", Optional.empty());

    /** A line, or a record of several: its text, or why it cannot be read. */
    private record Line(long number, String text, Optional<LineRejection> rejection) {
        Line rejected(String found) {
            return new Line(
                    number,
                    text,
                    Optional.of(new LineRejection(
                            "", "every quote closed, and a separator or the end of the line after it", found)));
        }
    }

    CsvRecords(HistoryLines lines, char separator) {
        this.lines = lines;
        this.separator = separator;
    }

    /** Takes the line at hand as the beginning of a record. */
    void begin() throws IOException {
        take(line());
    }

    @Override
    public boolean next() throws IOException {
        Line first = pending.poll();
        while (first != null && first.text().isBlank() && first.rejection().isEmpty()) {
            first = pending.poll();
        }
        if (first == null) {
            if (!lines.next()) {
                return false;
            }
            first = line();
        }
        take(first);
        return true;
    }

    @Override
    public String text() throws LineRejection {
        if (current.rejection().isPresent()) {
            throw current.rejection().get();
        }
        return current.text();
    }

    /** The text as far as it is known, for messages; empty if it is not decoded. */
    String shown() {
        return current.text();
    }

    @Override
    public long number() {
        return current.number();
    }

    private Line line() {
        try {
            return new Line(lines.number(), HistoryRecords.decoded(lines), Optional.empty());
        } catch (LineRejection rejection) {
            return new Line(lines.number(), "", Optional.of(rejection));
        }
    }

    private void take(Line first) throws IOException {
        current = first;
        if (first.text().indexOf('"') >= 0) {
            switch (QuotedText.of(first.text(), separator, false)) {
                case OPEN -> join(first);
                case INVALID -> current = first.rejected(Excerpt.of(first.text()));
                case CLOSED -> {}
            }
        }
    }

    private void join(Line first) throws IOException {
        StringBuilder whole = new StringBuilder(first.text());
        List<Line> joined = new ArrayList<>();
        Optional<String> failure = Optional.empty();
        boolean closed = false;
        while (failure.isEmpty() && !closed) {
            Optional<Line> next = nextOfRecord();
            next.ifPresent(joined::add);
            whole.append('\n').append(next.map(Line::text).orElse(""));
            if (next.isEmpty()) {
                failure = Optional.of("one opened here and not closed by the end of the file");
            } else if (next.get().rejection().isPresent() || whole.length() > HistoryLines.LONGEST) {
                failure = Optional.of("one opened here and not closed within " + HistoryLines.LONGEST + " characters");
            } else {
                QuotedText state = QuotedText.of(next.get().text(), separator, true);
                closed = state == QuotedText.CLOSED;
                if (state == QuotedText.INVALID) {
                    failure = Optional.of("one opened here, and text after the next quote, in line "
                            + next.get().number());
                }
            }
        }
        if (closed) {
            current = new Line(first.number(), whole.toString(), Optional.empty());
        } else {
            current = first.rejected(failure.orElseThrow());
            for (int i = joined.size() - 1; i >= 0; i--) {
                pending.addFirst(joined.get(i));
            }
        }
    }

    private Optional<Line> nextOfRecord() throws IOException {
        if (!pending.isEmpty()) {
            return Optional.of(pending.removeFirst());
        }
        return lines.nextOfRecord() ? Optional.of(line()) : Optional.empty();
    }
}
