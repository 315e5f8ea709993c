package io.truenorth.cli.history;

import io.truenorth.standalone.terminal.StatusOutput;
import java.time.Clock;
import java.util.Locale;

/** Shows the progress of reading, once it takes longer than half a second. */
public final class ReadingProgress {

    private static final long PATIENCE_MILLIS = 500;
    private static final long REFRESH_MILLIS = 100;
    private static final double MEGABYTE = 1_000_000;

    private final StatusOutput output;
    private final Clock clock;
    private final long totalBytes;
    private final long begunAt;
    private long shownAt;
    private long bytesBefore;
    private long linesBefore;
    private long bytes;
    private long lines;

    /** @param totalBytes of all files; 0 if unknown */
    public ReadingProgress(StatusOutput output, Clock clock, long totalBytes) {
        this.output = output;
        this.clock = clock;
        this.totalBytes = totalBytes;
        this.begunAt = clock.millis();
    }

    /** Updates the position in the current file. */
    public void at(long bytesOfFile, long linesOfFile) {
        bytes = bytesBefore + bytesOfFile;
        lines = linesBefore + linesOfFile;
        long now = clock.millis();
        if (now - begunAt >= PATIENCE_MILLIS && now - shownAt >= REFRESH_MILLIS) {
            shownAt = now;
            output.status(text());
        }
    }

    /** Starts the next file. */
    public void nextFile() {
        bytesBefore = bytes;
        linesBefore = lines;
    }

    /** Number of lines read. */
    public long lines() {
        return lines;
    }

    /** Elapsed time. */
    public double seconds() {
        return (clock.millis() - begunAt) / 1000.0;
    }

    private String text() {
        String read = String.format(Locale.ROOT, "reading: %,d lines, %.1f MB", lines, bytes / MEGABYTE);
        return totalBytes == 0 ? read : read + ", " + Math.min(100, bytes * 100 / totalBytes) + " %";
    }
}
