package io.truenorth.documents.history;

import io.truenorth.relationship.model.ScoringModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Reads a history from memory and keeps what comes of it. */
final class Recorder implements HistorySink {

    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final String HEADER = "customer,ts,channel,kind,direction,sentiment,value,subject\n";

    final List<HistoryEvent> events = new ArrayList<>();
    final List<String> rejected = new ArrayList<>();
    final List<String> violations = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    long bytes;
    long lines;

    static Recorder read(String content) {
        return read(content.getBytes(StandardCharsets.UTF_8));
    }

    static Recorder read(byte[] content) {
        return read(content, HistoryMapping.canonical(), ScoringModel.standard());
    }

    static Recorder read(byte[] content, HistoryMapping mapping, ScoringModel model) {
        try {
            return tryToRead(content, mapping, model);
        } catch (UnusableHistoryException e) {
            throw new AssertionError(e);
        }
    }

    static Recorder tryToRead(byte[] content, HistoryMapping mapping, ScoringModel model)
            throws UnusableHistoryException {
        Recorder recorder = new Recorder();
        HistoryFile file = new HistoryFile("h.csv", "h", () -> new ByteArrayInputStream(content));
        new HistoryReader(mapping, model, NOW).read(file, recorder);
        return recorder;
    }

    static byte[] gzip(String content) {
        return gzip(content.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    List<String> ids() {
        return events.stream().map(HistoryEvent::eventId).toList();
    }

    @Override
    public void event(HistoryEvent event, String file, long line) {
        events.add(event);
    }

    @Override
    public void rejected(RejectedLine line) {
        rejected.add(line.toString());
    }

    @Override
    public void violation(FileViolation violation) {
        violations.add(violation.toString());
    }

    @Override
    public void note(FileNote note) {
        notes.add(note.toString());
    }

    @Override
    public void progress(long bytesRead, long linesRead) {
        bytes = bytesRead;
        lines = linesRead;
    }
}
