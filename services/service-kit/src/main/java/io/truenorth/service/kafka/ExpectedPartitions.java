package io.truenorth.service.kafka;

import io.truenorth.schemas.Partitioning;
import io.truenorth.schemas.Topic;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How many partitions a topic must have, as long as the service runs.
 *
 * @param topic its name
 * @param partitions how many
 * @param mayBeMissing whether it is made when it is first needed, as the internal topics of Kafka Streams are
 */
public record ExpectedPartitions(String topic, int partitions, boolean mayBeMissing) {

    /** What is expected of those topics whose number of partitions is agreed; of the others nothing is. */
    public static List<ExpectedPartitions> of(Collection<Topic<?, ?>> topics) {
        return topics.stream()
                .filter(topic -> topic.partitioning() == Partitioning.AGREED)
                .map(topic -> new ExpectedPartitions(topic.name(), topic.partitions(), false))
                .toList();
    }

    /** What is wrong with what was found, if anything is, and what to do. */
    Optional<String> problem(OptionalInt found) {
        if (found.isEmpty()) {
            return mayBeMissing
                    ? Optional.empty()
                    : Optional.of(
                            "topic " + topic + " is missing: it was deleted while this service runs; run 'truenorth"
                                    + " provision' against this Kafka, and start its services again");
        }
        if (found.getAsInt() == partitions) {
            return Optional.empty();
        }
        return Optional.of("topic " + topic + " has " + found.getAsInt() + " partitions, expected " + partitions
                + ": its partitions were changed. Customers cannot move between partitions, so nothing is processed until it"
                + " has " + partitions
                + " again; nothing is lost. docs/deploy.md, 'Partitions that were added', says how it"
                + " gets them back with its records");
    }
}
