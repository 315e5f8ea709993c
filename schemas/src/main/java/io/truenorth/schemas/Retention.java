package io.truenorth.schemas;

import java.time.Duration;

/**
 * How long a topic retains its records.
 *
 * @param millis milliseconds, 1 or more, or -1 for unlimited (as Kafka's {@code retention.ms})
 */
public record Retention(long millis) {
    private static final long WITHOUT_END = -1;

    /** Unlimited retention. */
    public static final Retention FOREVER = new Retention(WITHOUT_END);

    /**
     * Rejects values that Kafka would interpret differently.
     *
     * @throws IllegalArgumentException if millis is neither positive nor -1
     */
    public Retention {
        if (millis <= 0 && millis != WITHOUT_END) {
            throw new IllegalArgumentException(
                    "retention of " + millis + " ms: expected 1 or more, or -1 for unlimited retention");
        }
    }

    /** Returns a retention of a number of days. */
    public static Retention days(int days) {
        return new Retention(Duration.ofDays(days).toMillis());
    }

    /** Returns the retention as text: {@code 30 days}, {@code forever}. */
    public String describe() {
        if (equals(FOREVER)) {
            return "forever";
        }
        Duration duration = Duration.ofMillis(millis);
        return duration.equals(Duration.ofDays(duration.toDays())) ? duration.toDays() + " days" : duration.toString();
    }
}
