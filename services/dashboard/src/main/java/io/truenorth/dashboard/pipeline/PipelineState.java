package io.truenorth.dashboard.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether what the dashboard shows can be trusted.
 *
 * @param level the worst of all parts
 * @param why in sentences; empty if all is well
 * @param at when it was polled, epoch ms
 * @param eventsPerSecond touchpoints received a second, lately
 * @param touchToScoreP99Millis 99 of 100 touches were scored within this time; empty while there are none
 * @param lagRecords touchpoints that wait to be scored, and records that this service has not read
 * @param lagSeconds how long that takes at the current rate
 * @param counts what became of all events ever
 * @param restoring whether partitions of the streams service are being restored, so that counts are partial
 * @param staleSince since when nothing new can have come, epoch ms; nothing while it is fresh
 * @param parts each part and how it is
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

    /** How bad it is, the best first. */
    public enum Level {
        OK,
        AMBER,
        RED
    }

    /**
     * One part of the system.
     *
     * @param name {@code gateway}, {@code streams}, {@code kafka} or {@code dashboard}
     * @param level how bad it is
     * @param detail a sentence about it
     */
    public record Part(String name, Level level, String detail) {}

    /**
     * What became of events.
     *
     * @param accepted by the gateway since it started
     * @param refused by the gateway since it started
     * @param received touchpoints that the streams service read, ever
     * @param scored ever
     * @param duplicates ever
     * @param failed ever
     */
    public record Counts(long accepted, long refused, long received, long scored, long duplicates, long failed) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);
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
