package io.truenorth.cli.history;

import io.truenorth.documents.history.FileNote;
import io.truenorth.documents.history.FileViolation;
import io.truenorth.documents.history.HistorySink;
import io.truenorth.documents.history.RejectedLine;

/** Reports what cannot be read, and the progress; what becomes of events is the subclass's. */
public abstract class ReportingSink implements HistorySink {
    private final RejectedLines rejectedLines;
    private final ReadingProgress progress;

    /** @param rejectedLines receives every rejected line */
    protected ReportingSink(RejectedLines rejectedLines, ReadingProgress progress) {
        this.rejectedLines = rejectedLines;
        this.progress = progress;
    }

    @Override
    public final void rejected(RejectedLine line) {
        rejectedLines.line(line);
    }

    @Override
    public final void violation(FileViolation violation) {
        rejectedLines.violation(violation);
    }

    @Override
    public final void note(FileNote note) {
        rejectedLines.note(note);
    }

    @Override
    public final void progress(long bytes, long lines) {
        progress.at(bytes, lines);
    }

    /** Whether everything was read: no line rejected, no file truncated. */
    public final boolean isComplete() {
        return rejectedLines.none();
    }

    /** The number of rejected lines. */
    protected final long refused() {
        return rejectedLines.lines();
    }

    /** How much was read, and how long it took. */
    protected final ReadingProgress progress() {
        return progress;
    }
}
