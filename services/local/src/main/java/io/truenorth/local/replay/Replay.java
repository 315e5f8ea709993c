package io.truenorth.local.replay;

import io.truenorth.documents.history.FileFlaw;
import io.truenorth.documents.history.HistoryEvent;
import io.truenorth.documents.history.HistorySink;
import io.truenorth.documents.history.RefusedLine;
import io.truenorth.local.histories.Progress;
import io.truenorth.local.histories.Refusals;
import io.truenorth.producer.TouchpointProducer;
import java.util.Locale;

/** Sends the events of histories, as they are read, through a producer. */
public final class Replay implements HistorySink {
    private final HistoryTouchpoints touchpoints;
    private final TouchpointProducer producer;
    private final Refusals refusals;
    private final Progress progress;
    private long sent;

    /** @param refusals told of every line that is not taken */
    public Replay(HistoryTouchpoints touchpoints, TouchpointProducer producer, Refusals refusals, Progress progress) {
        this.touchpoints = touchpoints;
        this.producer = producer;
        this.refusals = refusals;
        this.progress = progress;
    }

    @Override
    public void event(HistoryEvent event, String file, long line) {
        producer.send(touchpoints.of(event));
        sent++;
    }

    @Override
    public void refused(RefusedLine line) {
        refusals.line(line);
    }

    @Override
    public void flawed(FileFlaw flaw) {
        refusals.flaw(flaw);
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
        return refusals.none();
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
                refusals.lines(),
                failed,
                progress.seconds());
    }
}
