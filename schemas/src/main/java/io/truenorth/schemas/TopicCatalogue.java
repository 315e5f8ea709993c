package io.truenorth.schemas;

import java.util.List;
import java.util.function.Predicate;

/**
 * The topics as one deployment has them: under its prefix, and with its number of partitions where they must agree.
 *
 * <pre>{@code
 * TopicCatalogue catalogue = TopicCatalogue.standard().withPrefix("eu-").withAgreedPartitions(32);
 * Topic<String, Touchpoint> touchpoints = catalogue.topic(Topics.TOUCHPOINTS);   // eu-touchpoints, 32 partitions
 * }</pre>
 *
 * @param prefix stands before every name; may be empty
 * @param agreedPartitions the partitions of each topic whose number must agree ({@link Partitioning#AGREED}), 1 or more
 */
public record TopicCatalogue(String prefix, int agreedPartitions) {
    /**
     * Checks every name and number that comes of it.
     *
     * @throws IllegalArgumentException if a name or number is not one that Kafka allows
     */
    public TopicCatalogue {
        Topics.all().forEach(topic -> inDeployment(topic, prefix, agreedPartitions));
    }

    /** Plain names and {@link Topics#DEFAULT_PARTITIONS}. */
    public static TopicCatalogue standard() {
        return new TopicCatalogue("", Topics.DEFAULT_PARTITIONS);
    }

    /** The same under another prefix, such as {@code eu-}. */
    public TopicCatalogue withPrefix(String newPrefix) {
        return new TopicCatalogue(newPrefix, agreedPartitions);
    }

    /** The same with another number of partitions for all topics whose number must agree. */
    public TopicCatalogue withAgreedPartitions(int count) {
        return new TopicCatalogue(prefix, count);
    }

    /**
     * This deployment's form of a topic.
     *
     * @param topic one of {@link Topics}
     */
    public <K, V> Topic<K, V> topic(Topic<K, V> topic) {
        return inDeployment(topic, prefix, agreedPartitions);
    }

    /** All topics of this deployment, in the order of {@link Topics#all()}. */
    public List<Topic<?, ?>> all() {
        return Topics.all().stream().<Topic<?, ?>>map(this::topic).toList();
    }

    /** The topics whose partition counts must agree: start-up fails where the broker's do not. */
    public List<Topic<?, ?>> agreeing() {
        Predicate<Topic<?, ?>> agreed = topic -> topic.partitioning() == Partitioning.AGREED;
        return all().stream().filter(agreed).toList();
    }

    private static <K, V> Topic<K, V> inDeployment(Topic<K, V> topic, String prefix, int agreedPartitions) {
        Topic<K, V> named = topic.withName(prefix + topic.name());
        return topic.partitioning() == Partitioning.AGREED ? named.withPartitions(agreedPartitions) : named;
    }
}
