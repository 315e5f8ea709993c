package io.truenorth.schemas;

import java.time.Duration;

/**
 * How long a topic keeps its records.
 *
 * @param millis milliseconds, 1 or more, or -1 for ever (as Kafka's {@code retention.ms})
 */
public record Retention(long millis) {
    private static final long WITHOUT_END = -1;

    /** Nothing goes by age. */
    public static final Retention FOREVER = new Retention(WITHOUT_END);

    /**
     * Refuses what Kafka would take for something else.
     *
     * @throws IllegalArgumentException if millis is neither positive nor -1
     */
    public Retention {
        if (millis <= 0 && millis != WITHOUT_END) {
            throw new IllegalArgumentException("retention of " + millis
                    + " ms: expected 1 or more, or -1 for a topic that keeps its records for ever");
        }
    }

    /** Keeps records for that many days. */
    public static Retention days(int days) {
        return new Retention(Duration.ofDays(days).toMillis());
    }

    /** In words: {@code 30 days}, {@code for ever}. */
    public String describe() {
        if (equals(FOREVER)) {
            return "for ever";
        }
        Duration duration = Duration.ofMillis(millis);
        return duration.equals(Duration.ofDays(duration.toDays())) ? duration.toDays() + " days" : duration.toString();
    }
}
