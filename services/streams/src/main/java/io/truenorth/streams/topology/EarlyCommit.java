package io.truenorth.streams.topology;

import io.truenorth.streams.topology.EarlyCommits.ThreadPace;
import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Asks Kafka Streams to commit what a task has processed, at the pace of {@link EarlyCommits}. */
final class EarlyCommit {
    private static final long FRESH_MILLIS = 1_000;
    /** So that a commit is at most a fifth of the interval late. */
    private static final int CHECKS_PER_INTERVAL = 5;

    private final EarlyCommits commits;
    private final ProcessorContext<?, ?> context;
    private long newestArrival = Long.MIN_VALUE;
    private long requestedBefore;

    private EarlyCommit(EarlyCommits commits, ProcessorContext<?, ?> context) {
        this.commits = commits;
        this.context = context;
    }

    /** Starts to ask for commits of a task. */
    static EarlyCommit of(EarlyCommits commits, ProcessorContext<?, ?> context) {
        EarlyCommit commit = new EarlyCommit(commits, context);
        context.schedule(
                Duration.ofMillis(Math.max(1, commits.intervalMillis() / CHECKS_PER_INTERVAL)),
                PunctuationType.WALL_CLOCK_TIME,
                commit::commitIfFresh);
        return commit;
    }

    /** Tells of a record that waits for a commit, with the time of its arrival (epoch ms). */
    void arrived(long timestamp) {
        long requested = commits.pace().requested();
        newestArrival = requested == requestedBefore ? Math.max(newestArrival, timestamp) : timestamp;
        requestedBefore = requested;
    }

    private void commitIfFresh(long now) {
        ThreadPace pace = commits.pace();
        boolean waiting = pace.requested() == requestedBefore && newestArrival >= now - FRESH_MILLIS;
        if (waiting && pace.sinceLatest(now) >= commits.intervalMillis()) {
            pace.request(now);
            context.commit();
        }
    }
}
