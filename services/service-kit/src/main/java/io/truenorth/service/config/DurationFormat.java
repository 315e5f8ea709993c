package io.truenorth.service.config;

import io.truenorth.documents.DocumentNode;
import java.time.Duration;

/** Reads and writes lengths of time as people do: {@code 30s}. */
final class DurationFormat {

    private DurationFormat() {}

    /** The duration at a node; the other one where it is missing, or out of bounds, which is noted. */
    static Duration read(DocumentNode node, Duration low, Duration high, Duration otherwise) {
        Duration duration = node.duration(otherwise);
        if (duration.compareTo(low) < 0 || duration.compareTo(high) > 0) {
            node.problem("expected a duration from " + of(low) + " to " + of(high) + ", was " + of(duration));
            return otherwise;
        }
        return duration;
    }

    /** The duration in the largest unit that divides it. */
    static String of(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 1000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1000;
        if (seconds == 0 || seconds % 60 != 0) {
            return seconds + "s";
        }
        if (seconds % 3600 != 0) {
            return seconds / 60 + "m";
        }
        return seconds % 86_400 == 0 ? seconds / 86_400 + "d" : seconds / 3600 + "h";
    }
}
