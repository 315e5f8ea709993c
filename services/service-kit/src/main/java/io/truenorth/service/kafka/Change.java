package io.truenorth.service.kafka;

import java.util.List;
import java.util.Locale;

/**
 * What provisioning changed in a topic or a subject of the registry.
 *
 * @param subject its name
 * @param outcome the kind of change
 * @param details the change in detail, for people; empty if unchanged
 */
public record Change(String subject, Outcome outcome, List<String> details) {

    /** The kind of change. */
    public enum Outcome {
        /** Newly created. */
        CREATED,
        /** Existed and was altered. */
        ALTERED,
        /** Already as required. */
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
