package io.truenorth.schemas;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A topic with all that its writers, its readers and provisioning must agree on.
 *
 * @param <K> the type of its keys
 * @param <V> the type of its values
 * @param name the name on the broker: letters, digits, {@code . _ -}, at most 249 of them
 * @param key what a key is
 * @param value what a value is
 * @param kind log or table
 * @param retention how long records stay; a table keeps the latest of each key whatever this says
 * @param recordTime what a record's timestamp means
 * @param largestRecord how large its records may be
 * @param partitions how many partitions, 1 or more
 * @param partitioning whether that number must agree with other topics
 * @param description what the topic is for, one sentence
 */
public record Topic<K, V>(
        String name,
        Payload<K> key,
        Payload<V> value,
        TopicKind kind,
        Retention retention,
        RecordTime recordTime,
        LargestRecord largestRecord,
        int partitions,
        Partitioning partitioning,
        String description) {
    private static final Pattern LEGAL_NAME = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

    /**
     * Checks what Kafka would refuse only at provisioning.
     *
     * @throws IllegalArgumentException if the name is not one that Kafka allows, the key is not plain, or there is no
     *     partition
     */
    public Topic {
        if (!LEGAL_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "topic name '" + name + "': expected 1 to 249 letters, digits, '.', '_' or '-'");
        }
        if (key instanceof Payload.AvroRecord) {
            throw new IllegalArgumentException("topic '" + name + "' has keys in Avro: expected text or bytes, as the"
                    + " partition of a key must not depend on a schema's id");
        }
        if (partitions < 1) {
            throw new IllegalArgumentException(
                    "topic '" + name + "' with " + partitions + " partitions: expected 1 or more");
        }
    }

    /** The registry's subject of the values, by TopicNameStrategy. */
    public String valueSubject() {
        return name + "-value";
    }

    /** The settings of the topic that are part of the contract, by Kafka's names. Replication is left to provisioning. */
    public Map<String, String> config() {
        Map<String, String> config = new HashMap<>(kind.segments());
        config.put("cleanup.policy", kind.cleanupPolicy());
        config.put("retention.ms", Long.toString(retention.millis()));
        config.put("message.timestamp.type", recordTime.timestampType());
        config.put("max.message.bytes", Integer.toString(largestRecord.bytes()));
        return Map.copyOf(config);
    }

    Topic<K, V> withName(String newName) {
        return new Topic<>(
                newName, key, value, kind, retention, recordTime, largestRecord, partitions, partitioning, description);
    }

    Topic<K, V> withPartitions(int count) {
        return new Topic<>(
                name, key, value, kind, retention, recordTime, largestRecord, count, partitioning, description);
    }
}
