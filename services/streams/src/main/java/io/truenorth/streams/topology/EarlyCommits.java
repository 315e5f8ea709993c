package io.truenorth.streams.topology;

import java.time.Duration;

/**
 * The commits that the tasks of a topology ask for while arrivals are fresh, so that a score follows its touch soon. In a
 * backlog Kafka Streams' own, longer interval applies: a customer with several touches in it is scored less often.
 *
 * <p>A commit includes all tasks of its thread, so the interval is kept by thread: tasks that each asked at an interval of
 * their own would have the thread commit many times in it.
 */
final class EarlyCommits {
    private final long intervalMillis;
    private final ThreadLocal<ThreadPace> paces = ThreadLocal.withInitial(ThreadPace::new);

    /**
     * Creates the commits of a topology.
     *
     * @param interval the shortest time between two early commits of a thread
     */
    EarlyCommits(Duration interval) {
        intervalMillis = interval.toMillis();
    }

    long intervalMillis() {
        return intervalMillis;
    }

    /** Returns the pace of the calling thread. */
    ThreadPace pace() {
        return paces.get();
    }

    /** The commits that were asked for on a thread. */
    static final class ThreadPace {
        private long requested;
        private long latest = Long.MIN_VALUE / 2;

        /** Returns the number of commits asked for. What arrives now is in the next one. */
        long requested() {
            return requested;
        }

        /** Returns the time since the latest, in ms, at a time in epoch ms. */
        long sinceLatest(long now) {
            return now - latest;
        }

        /** Counts one more, at a time in epoch ms. */
        void request(long now) {
            requested++;
            latest = now;
        }
    }
}
