package io.truenorth.cli.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.truenorth.documents.history.FileNote;
import io.truenorth.documents.history.FileViolation;
import io.truenorth.documents.history.RejectedLine;
import io.truenorth.standalone.terminal.StatusOutput;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reports rejected lines: the first thousand individually, the others as counts by reason. */
public final class RejectedLines implements Closeable {

    private static final int SHOWN = 1_000;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private final StatusOutput output;
    private final JsonGenerator all;
    private final Map<String, Long> notShown = new HashMap<>();
    private long lines;
    private long violations;

    /** @param all receives every rejected line as JSON Lines */
    public RejectedLines(StatusOutput output, OutputStream all) throws IOException {
        this.output = output;
        this.all = JSON.createGenerator(all);
        this.all.setRootValueSeparator(null);
    }

    /** Reports a rejected line. */
    public void line(RejectedLine line) {
        lines++;
        if (lines <= SHOWN) {
            output.line(line.toString());
        } else {
            notShown.merge(line.reason(), 1L, Long::sum);
        }
        write(line);
    }

    /** Reports a problem of a file as a whole. */
    public void violation(FileViolation violation) {
        violations++;
        output.line(violation.toString());
    }

    /** Reports something that is worth knowing, of which nothing was rejected. */
    public void note(FileNote note) {
        output.line("note: " + note);
    }

    private void write(RejectedLine line) {
        try {
            all.writeStartObject();
            all.writeStringField("file", line.file());
            all.writeNumberField("line", line.line());
            all.writeStringField("column", line.column());
            all.writeStringField("expected", line.expected());
            all.writeStringField("found", line.found());
            all.writeEndObject();
            all.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints the counts of the lines that were not shown. */
    public void summarize() {
        notShown.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Long> reason) -> -reason.getValue())
                        .thenComparing(Map.Entry::getKey))
                .forEach(reason -> output.line(
                        String.format(Locale.ROOT, "and %,d lines more: %s", reason.getValue(), reason.getKey())));
        if (!notShown.isEmpty()) {
            output.line("(--refused FILE writes them all, as JSON Lines)");
        }
    }

    /** Number of rejected lines. */
    public long lines() {
        return lines;
    }

    /** Whether everything was read: no line rejected, no file truncated. */
    public boolean none() {
        return lines == 0 && violations == 0;
    }

    @Override
    public void close() throws IOException {
        all.close();
    }
}
