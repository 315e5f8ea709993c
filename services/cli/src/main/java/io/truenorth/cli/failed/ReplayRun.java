package io.truenorth.cli.failed;

import io.truenorth.standalone.terminal.StatusOutput;
import java.util.Locale;
import java.util.Optional;

/** Replays records one by one, reports those that still fail, and counts. */
public final class ReplayRun {
    private static final int BETWEEN_NOTES = 100;
    private static final int MOST_TOLD = 20;

    private final Replays replays;
    private final StatusOutput output;
    private long replayed;
    private long stillFailing;

    /** @param output receives failures and the progress */
    public ReplayRun(Replays replays, StatusOutput output) {
        this.replays = replays;
        this.output = output;
    }

    /** Replays a record. */
    public void take(FailedRecord record) {
        Optional<String> failure = sendAgain(record);
        if (failure.isEmpty()) {
            replayed++;
        } else {
            stillFailing++;
            if (stillFailing <= MOST_TOLD) {
                output.line(record.id() + " still fails: " + failure.get());
            }
        }
        if ((replayed + stillFailing) % BETWEEN_NOTES == 0) {
            output.status(summary());
        }
    }

    private Optional<String> sendAgain(FailedRecord record) {
        try {
            return replays.sendAgain(record);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + record.id() + " was replayed", e);
        }
    }

    /** The number of records that still fail. */
    public long stillFailing() {
        return stillFailing;
    }

    /** A summary of the run. */
    public String summary() {
        return String.format(Locale.ROOT, "replayed %,d, still failing %,d", replayed, stillFailing);
    }
}
