package io.truenorth.schemas;

import java.time.Duration;
import java.util.Map;

/** What a topic is to its readers, and so what Kafka may clean away. */
public enum TopicKind {
    /** Every record is an event of its own; records go when their retention ends. */
    LOG("delete"),
    /** The latest record of a key is its state, and stays; a null value deletes the key. */
    TABLE("compact");

    private static final Duration SEGMENT = Duration.ofMinutes(10);
    /** Several of the largest records fit. */
    private static final int SEGMENT_BYTES = 64 << 20;

    private final String cleanupPolicy;

    TopicKind(String cleanupPolicy) {
        this.cleanupPolicy = cleanupPolicy;
    }

    /**
     * When a new segment begins, by Kafka's names. What a later record of its key has superseded is cleaned away from closed
     * segments only, which the usual ones are after a week or a GiB: a small system would keep all until then. A log goes by
     * its retention and keeps the usual ones.
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

    /** The value of Kafka's {@code cleanup.policy}. */
    public String cleanupPolicy() {
        return cleanupPolicy;
    }
}
