package io.truenorth.local.histories;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.truenorth.documents.history.FileFlaw;
import io.truenorth.documents.history.RefusedLine;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Tells what was not taken: the first thousand lines one by one, the others by how many there are for each reason. */
public final class Refusals implements Closeable {

    private static final int SHOWN = 1_000;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private final Notes notes;
    private final JsonGenerator all;
    private final Map<String, Long> notShown = new HashMap<>();
    private long lines;
    private long flaws;

    /** @param all takes every refused line as JSON Lines */
    public Refusals(Notes notes, OutputStream all) throws IOException {
        this.notes = notes;
        this.all = JSON.createGenerator(all);
        this.all.setRootValueSeparator(null);
    }

    /** A line that is not taken. */
    public void line(RefusedLine line) {
        lines++;
        if (lines <= SHOWN) {
            notes.line(line.toString());
        } else {
            notShown.merge(line.reason(), 1L, Long::sum);
        }
        write(line);
    }

    /** Something about a file. */
    public void flaw(FileFlaw flaw) {
        flaws++;
        notes.line(flaw.toString());
    }

    private void write(RefusedLine line) {
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

    /** Sums up the lines that were not shown. */
    public void summarize() {
        notShown.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Long> reason) -> -reason.getValue())
                        .thenComparing(Map.Entry::getKey))
                .forEach(reason -> notes.line(
                        String.format(Locale.ROOT, "and %,d lines more: %s", reason.getValue(), reason.getKey())));
        if (!notShown.isEmpty()) {
            notes.line("(--refused FILE writes them all, as JSON Lines)");
        }
    }

    /** How many lines were refused. */
    public long lines() {
        return lines;
    }

    /** Whether all was taken: no line refused, no column ignored, no file broken off. */
    public boolean none() {
        return lines == 0 && flaws == 0;
    }

    @Override
    public void close() throws IOException {
        all.close();
    }
}
