package io.truenorth.service.kafka;

import java.util.List;
import java.util.Locale;

/**
 * What provisioning did to a topic or a subject of the registry.
 *
 * @param subject its name
 * @param outcome what was done
 * @param details what exactly, for people; empty where nothing was done
 */
public record Change(String subject, Outcome outcome, List<String> details) {

    /** What was done. */
    public enum Outcome {
        /** It was not there. */
        CREATED,
        /** It was there, and is different now. */
        ALTERED,
        /** It was as it must be. */
        UNCHANGED
    }

    /** The details are copied. */
    public Change {
        details = List.copyOf(details);
    }

    static Change unchanged(String subject) {
        return new Change(subject, Outcome.UNCHANGED, List.of());
    }

    /** In one line: {@code created touchpoints: 8 partitions}. */
    @Override
    public String toString() {
        String done = outcome.name().toLowerCase(Locale.ROOT) + " " + subject;
        return details.isEmpty() ? done : done + ": " + String.join(", ", details);
    }
}
