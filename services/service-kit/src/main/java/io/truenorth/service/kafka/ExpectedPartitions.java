package io.truenorth.service.kafka;

import io.truenorth.schemas.Partitioning;
import io.truenorth.schemas.Topic;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How many partitions a topic must have, as long as a service runs.
 *
 * @param topic its name
 * @param partitions how many; nothing for as many as there are at the start
 * @param mayBeMissing whether it is made when it is first needed, as the internal topics of Kafka Streams are
 */
public record ExpectedPartitions(String topic, OptionalInt partitions, boolean mayBeMissing) {

    /** Of an internal topic of Kafka Streams. */
    public static ExpectedPartitions ofInternal(String topic, int partitions) {
        return new ExpectedPartitions(topic, OptionalInt.of(partitions), true);
    }

    /** What is expected of those topics whose number of partitions is agreed; of the others nothing is. */
    public static List<ExpectedPartitions> of(Collection<Topic<?, ?>> topics) {
        return whileRead(topics).stream()
                .filter(topic -> topic.partitions().isPresent())
                .toList();
    }

    /** What a reader expects: the agreed number; where any will do, that it stays while the topic is read. */
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
     * What is wrong with what was found, if anything is, and what to do.
     *
     * @param found how many partitions there are; nothing if the topic is missing
     * @param atStart how many there were when the service started
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
