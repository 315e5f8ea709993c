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
    /** Room for several records of the maximum size. */
    private static final int SEGMENT_BYTES = 64 << 20;

    private final String cleanupPolicy;

    TopicKind(String cleanupPolicy) {
        this.cleanupPolicy = cleanupPolicy;
    }

    /**
     * Returns the segment configuration of the topic, by Kafka's names. Compaction affects closed segments only, and by
     * default a segment is closed after a week or a GiB, so that a small deployment would retain all superseded records
     * until then. A log is deleted by retention and keeps the defaults.
     */
    public Map<String, String> segments() {
        return switch (this) {
            case LOG -> Map.of();
            case TABLE ->
                Map.of(
                        "segment.ms",
                        Long.toString(SEGMENT.toMillis()),
                        "segment.bytes",
                        Integer.toString(SEGMENT_BYTES));
        };
    }

    /** Returns the value of Kafka's {@code cleanup.policy}. */
    public String cleanupPolicy() {
        return cleanupPolicy;
    }
}
