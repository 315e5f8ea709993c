package io.truenorth.cli.replay;

import io.truenorth.cli.history.ReadingProgress;
import io.truenorth.cli.history.RejectedLines;
import io.truenorth.documents.history.FileNote;
import io.truenorth.documents.history.FileViolation;
import io.truenorth.documents.history.HistoryEvent;
import io.truenorth.documents.history.HistorySink;
import io.truenorth.documents.history.RejectedLine;
import io.truenorth.producer.TouchpointProducer;
import java.util.Locale;

/** Sends the events of histories with a producer while they are read. */
public final class Replay implements HistorySink {
    private final HistoryTouchpoints touchpoints;
    private final TouchpointProducer producer;
    private final RejectedLines rejectedLines;
    private final ReadingProgress progress;
    private long sent;

    /** @param rejectedLines receives every rejected line */
    public Replay(
            HistoryTouchpoints touchpoints,
            TouchpointProducer producer,
            RejectedLines rejectedLines,
            ReadingProgress progress) {
        this.touchpoints = touchpoints;
        this.producer = producer;
        this.rejectedLines = rejectedLines;
        this.progress = progress;
    }

    @Override
    public void event(HistoryEvent event, String file, long line) {
        producer.send(touchpoints.of(event));
        sent++;
    }

    @Override
    public void rejected(RejectedLine line) {
        rejectedLines.line(line);
    }

    @Override
    public void violation(FileViolation violation) {
        rejectedLines.violation(violation);
    }

    @Override
    public void note(FileNote note) {
        rejectedLines.note(note);
    }

    @Override
    public void progress(long bytes, long lines) {
        progress.at(bytes, lines);
    }

    /** The number of events sent. */
    public long sent() {
        return sent;
    }

    /** Whether everything was read: no line rejected, no file truncated. */
    public boolean isComplete() {
        return rejectedLines.none();
    }

    /**
     * A summary of the replay.
     *
     * @param failed the number of events that could not be scored
     */
    public String summary(long failed) {
        return String.format(
                Locale.ROOT,
                "replayed %,d events; lines %,d, refused %,d, failed %,d, in %.1f s",
                sent,
                progress.lines(),
                rejectedLines.lines(),
                failed,
                progress.seconds());
    }
}
