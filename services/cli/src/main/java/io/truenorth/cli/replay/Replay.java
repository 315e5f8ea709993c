package io.truenorth.cli.replay;

import io.truenorth.cli.history.ReadingProgress;
import io.truenorth.cli.history.RejectedLines;
import io.truenorth.documents.history.FileViolation;
import io.truenorth.documents.history.HistoryEvent;
import io.truenorth.documents.history.HistorySink;
import io.truenorth.documents.history.RejectedLine;
import io.truenorth.producer.TouchpointProducer;
import java.util.Locale;

/** Sends the events of histories, as they are read, through a producer. */
public final class Replay implements HistorySink {
    private final HistoryTouchpoints touchpoints;
    private final TouchpointProducer producer;
    private final RejectedLines rejectedLines;
    private final ReadingProgress progress;
    private long sent;

    /** @param rejectedLines told of every line that is not taken */
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
    public void progress(long bytes, long lines) {
        progress.at(bytes, lines);
    }

    /** How many events were handed to the producer. */
    public long sent() {
        return sent;
    }

    /** Whether all was taken: no line refused, no column ignored, no file broken off. */
    public boolean isComplete() {
        return rejectedLines.none();
    }

    /**
     * What was done, in a line.
     *
     * @param failed how many of the events could not be scored
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
