package io.truenorth.cli.replay;

import io.truenorth.cli.history.ReadingProgress;
import io.truenorth.cli.history.RejectedLines;
import io.truenorth.cli.history.ReportingSink;
import io.truenorth.documents.history.HistoryEvent;
import io.truenorth.producer.TouchpointProducer;
import java.util.Locale;

/** Sends the events of histories with a producer while they are read. */
public final class Replay extends ReportingSink {
    private final HistoryTouchpoints touchpoints;
    private final TouchpointProducer producer;
    private long sent;

    /** @param rejectedLines receives every rejected line */
    public Replay(
            HistoryTouchpoints touchpoints,
            TouchpointProducer producer,
            RejectedLines rejectedLines,
            ReadingProgress progress) {
        super(rejectedLines, progress);
        this.touchpoints = touchpoints;
        this.producer = producer;
    }

    @Override
    public void event(HistoryEvent event, String file, long line) {
        producer.send(touchpoints.of(event));
        sent++;
    }

    /** The number of events sent. */
    public long sent() {
        return sent;
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
                progress().lines(),
                refused(),
                failed,
                progress().seconds());
    }
}
