package io.truenorth.streams.topology;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Asks Kafka Streams to commit early while arrivals are fresh, so that a score follows its touch soon. In a backlog Kafka
 * Streams' own, longer interval applies: a customer with several touches in it is scored less often.
 */
final class EarlyCommit {
    private static final long FRESH_MILLIS = 1_000;

    private final ProcessorContext<?, ?> context;
    private long newestArrival = Long.MIN_VALUE;

    private EarlyCommit(ProcessorContext<?, ?> context) {
        this.context = context;
    }

    /** Starts to ask, at an interval, for a commit of what has arrived. */
    static EarlyCommit every(Duration interval, ProcessorContext<?, ?> context) {
        EarlyCommit commit = new EarlyCommit(context);
        context.schedule(interval, PunctuationType.WALL_CLOCK_TIME, commit::commitIfFresh);
        return commit;
    }

    /** Tells of a record that waits for a commit, with the time of its arrival (epoch ms). */
    void arrived(long timestamp) {
        newestArrival = Math.max(newestArrival, timestamp);
    }

    private void commitIfFresh(long now) {
        if (newestArrival >= now - FRESH_MILLIS) {
            newestArrival = Long.MIN_VALUE;
            context.commit();
        }
    }
}
