package io.truenorth.schemas;

import java.util.List;
import java.util.function.Predicate;

/**
 * The topics of a deployment: with its prefix, and with its number of partitions where they must agree.
 *
 * <pre>{@code
 * TopicCatalogue catalogue = TopicCatalogue.standard().withPrefix("eu-").withAgreedPartitions(32);
 * Topic<String, Touchpoint> touchpoints = catalogue.topic(Topics.TOUCHPOINTS);   // eu-touchpoints, 32 partitions
 * }</pre>
 *
 * @param prefix prepended to every name; may be empty
 * @param agreedPartitions the partitions of each topic whose number must agree ({@link Partitioning#AGREED}), 1 or more
 */
public record TopicCatalogue(String prefix, int agreedPartitions) {
    /**
     * Validates all resulting names and numbers.
     *
     * @throws IllegalArgumentException if a name or number is not valid in Kafka
     */
    public TopicCatalogue {
        Topics.all().forEach(topic -> inDeployment(topic, prefix, agreedPartitions));
    }

    /** Returns the catalogue with plain names and {@link Topics#DEFAULT_PARTITIONS}. */
    public static TopicCatalogue standard() {
        return new TopicCatalogue("", Topics.DEFAULT_PARTITIONS);
    }

    /** Returns this catalogue with another prefix, such as {@code eu-}. */
    public TopicCatalogue withPrefix(String newPrefix) {
        return new TopicCatalogue(newPrefix, agreedPartitions);
    }

    /** Returns this catalogue with another number of partitions for all topics whose number must agree. */
    public TopicCatalogue withAgreedPartitions(int count) {
        return new TopicCatalogue(prefix, count);
    }

    /**
     * Returns a topic with this deployment's name and number of partitions.
     *
     * @param topic one of {@link Topics}
     */
    public <K, V> Topic<K, V> topic(Topic<K, V> topic) {
        return inDeployment(topic, prefix, agreedPartitions);
    }

    /** Returns all topics of this deployment, in the order of {@link Topics#all()}. */
    public List<Topic<?, ?>> all() {
        return Topics.all().stream().<Topic<?, ?>>map(this::topic).toList();
    }

    /** Returns the topics whose numbers of partitions must agree; services refuse to start if the broker's do not. */
    public List<Topic<?, ?>> agreeing() {
        Predicate<Topic<?, ?>> agreed = topic -> topic.partitioning() == Partitioning.AGREED;
        return all().stream().filter(agreed).toList();
    }

    private static <K, V> Topic<K, V> inDeployment(Topic<K, V> topic, String prefix, int agreedPartitions) {
        Topic<K, V> named = topic.withName(prefix + topic.name());
        return topic.partitioning() == Partitioning.AGREED ? named.withPartitions(agreedPartitions) : named;
    }
}
