package io.truenorth.schemas;

import java.time.Duration;
import java.util.Map;

/** The kind of a topic, which determines its cleanup policy. */
public enum TopicKind {
    /** Every record is an independent event; records are deleted when their retention ends. */
    LOG("delete"),
    /** The latest record of a key is its state and is retained; a null value deletes the key. */
    TABLE("compact");

    private static final Duration SEGMENT = Duration.ofMinutes(10);
    /** A segment of a log is deleted as a whole, when its newest record has been kept long enough. */
    private static final Duration LOG_SEGMENT = Duration.ofHours(12);

    private static final Duration MOST_COMPACTION_LAG = Duration.ofDays(1);
    /** Room for several records of the maximum size. */
    private static final int SEGMENT_BYTES = 64 << 20;

    private final String cleanupPolicy;

    TopicKind(String cleanupPolicy) {
        this.cleanupPolicy = cleanupPolicy;
    }

    /**
     * Returns the configuration of segments and compaction, by Kafka's names. Compaction affects closed segments only, and by
     * default a segment is closed after a week or a GiB, so that a small deployment would retain all superseded and deleted
     * records until then, and a log its oldest records for a week longer than its retention.
     */
    public Map<String, String> segments() {
        return switch (this) {
            case LOG -> Map.of("segment.ms", Long.toString(LOG_SEGMENT.toMillis()));
            case TABLE ->
                Map.of(
                        "segment.ms",
                        Long.toString(SEGMENT.toMillis()),
                        "segment.bytes",
                        Integer.toString(SEGMENT_BYTES),
                        "max.compaction.lag.ms",
                        Long.toString(MOST_COMPACTION_LAG.toMillis()));
        };
    }

    /** Returns the value of Kafka's {@code cleanup.policy}. */
    public String cleanupPolicy() {
        return cleanupPolicy;
    }
}
