package io.truenorth.service.kafka;

import io.truenorth.schemas.Partitioning;
import io.truenorth.schemas.Topic;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The number of partitions a topic must keep while a service runs.
 *
 * @param topic its name
 * @param partitions the required number; empty for the number found at the start
 * @param mayBeMissing whether it is created on first use, as internal topics of Kafka Streams are
 */
public record ExpectedPartitions(String topic, OptionalInt partitions, boolean mayBeMissing) {

    /** For an internal topic of Kafka Streams. */
    public static ExpectedPartitions ofInternal(String topic, int partitions) {
        return new ExpectedPartitions(topic, OptionalInt.of(partitions), true);
    }

    /** For the topics whose number of partitions is agreed; the others are not checked. */
    public static List<ExpectedPartitions> of(Collection<Topic<?, ?>> topics) {
        return whileRead(topics).stream()
                .filter(topic -> topic.partitions().isPresent())
                .toList();
    }

    /** For topics that are read: the agreed number or, for the others, the number found at the start. */
    public static List<ExpectedPartitions> whileRead(Collection<Topic<?, ?>> topics) {
        return topics.stream()
                .map(topic -> new ExpectedPartitions(
                        topic.name(),
                        topic.partitioning() == Partitioning.AGREED
                                ? OptionalInt.of(topic.partitions())
                                : OptionalInt.empty(),
                        false))
                .toList();
    }

    /**
     * The problem with the number found, and what to do; empty if there is none.
     *
     * @param found the number of partitions; empty if the topic is missing
     * @param atStart the number when the service started
     */
    Optional<String> problem(OptionalInt found, OptionalInt atStart) {
        if (found.isEmpty()) {
            return mayBeMissing ? Optional.empty() : Optional.of(missing());
        }
        int count = found.getAsInt();
        int expected = partitions.orElse(atStart.orElse(count));
        if (count == expected) {
            return Optional.empty();
        }
        return Optional.of(partitions.isPresent() ? changed(count, expected) : unread(count, expected));
    }

    private String missing() {
        return "topic " + topic
                + " is missing: it was deleted while this service runs; run 'truenorth provision' against"
                + " this Kafka, and start its services again";
    }

    private String changed(int count, int expected) {
        return "topic " + topic + " has " + count + " partitions, expected " + expected
                + ": its partitions were changed. Customers cannot move between partitions, so nothing is processed until it"
                + " has " + expected
                + " again; nothing is lost. docs/deploy.md, 'Partitions that were added', says how it"
                + " gets them back with its records";
    }

    private String unread(int count, int expected) {
        return "topic " + topic + " has " + count + " partitions, and had " + expected
                + " when this service started, which reads those alone: start the service again";
    }
}
