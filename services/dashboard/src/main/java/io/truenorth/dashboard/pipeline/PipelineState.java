package io.truenorth.dashboard.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The state of the pipeline: whether the data of the dashboard is complete and current.
 *
 * @param level the worst level of all parts
 * @param why the reasons, as sentences; empty if the level is ok
 * @param at when it was polled, epoch ms
 * @param eventsPerSecond recently received touchpoints per second
 * @param touchToScoreP99Millis 99th percentile of the time from touch to score; empty without touches
 * @param lagRecords unscored touchpoints and unread records
 * @param lagSeconds the time to process them at the current rate
 * @param counts the number of events by outcome
 * @param restoring whether partitions of the streams service are being restored, so that counts are partial
 * @param staleSince the time since which the data is stale, epoch ms; empty while it is current
 * @param parts the state of each part
 */
public record PipelineState(
        Level level,
        List<String> why,
        long at,
        double eventsPerSecond,
        OptionalDouble touchToScoreP99Millis,
        long lagRecords,
        double lagSeconds,
        Counts counts,
        boolean restoring,
        Optional<Long> staleSince,
        List<Part> parts) {

    /** Levels of severity, ascending. */
    public enum Level {
        OK,
        AMBER,
        RED
    }

    /**
     * One part of the system.
     *
     * @param name {@code gateway}, {@code streams}, {@code kafka} or {@code dashboard}
     * @param level its level
     * @param detail a sentence on its state
     */
    public record Part(String name, Level level, String detail) {}

    /**
     * The number of events by outcome.
     *
     * @param accepted accepted by the gateway since its start
     * @param refused rejected by the gateway since its start
     * @param received touchpoints read by the streams service, in total
     * @param scored scored touchpoints, in total
     * @param duplicates dropped duplicates, in total
     * @param failed failed touchpoints, in total
     * @param waiting touchpoints that wait now until it is known whose their reference is
     * @param suppressed touchpoints of who was erased or does not consent to scoring, in total
     */
    public record Counts(
            long accepted,
            long refused,
            long received,
            long scored,
            long duplicates,
            long failed,
            long waiting,
            long suppressed) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** Before the first poll. */
    static PipelineState unknown(long at) {
        return new PipelineState(
                Level.AMBER,
                List.of("The services have not been polled yet."),
                at,
                0,
                OptionalDouble.empty(),
                0,
                0,
                Counts.NONE,
                false,
                Optional.empty(),
                List.of());
    }
}
