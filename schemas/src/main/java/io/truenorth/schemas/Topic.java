package io.truenorth.schemas;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A topic with everything that its producers, its consumers and provisioning must agree on.
 *
 * @param <K> the type of its keys
 * @param <V> the type of its values
 * @param name the name on the broker: letters, digits, {@code . _ -}, at most 249 characters
 * @param key type and encoding of the keys
 * @param value type and encoding of the values
 * @param kind log or table
 * @param retention how long records are retained; a table keeps the latest record of each key regardless
 * @param recordTime the meaning of record timestamps
 * @param largestRecord the maximum size of a record
 * @param partitions the number of partitions, 1 or more
 * @param partitioning whether that number must match other topics
 * @param description the purpose of the topic, one sentence
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
     * Rejects what Kafka would reject only at provisioning.
     *
     * @throws IllegalArgumentException if the name is not valid in Kafka, the key is Avro, or there is no partition
     */
    public Topic {
        if (!LEGAL_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "topic name '" + name + "': expected 1 to 249 letters, digits, '.', '_' or '-'");
        }
        if (key instanceof Payload.AvroRecord) {
            throw new IllegalArgumentException("topic '" + name + "' has Avro keys: expected text or bytes, as the"
                    + " partition of a key must not depend on a schema's id");
        }
        if (partitions < 1) {
            throw new IllegalArgumentException(
                    "topic '" + name + "' with " + partitions + " partitions: expected 1 or more");
        }
    }

    /** Returns the registry subject of the values, by Confluent's TopicNameStrategy. */
    public String valueSubject() {
        return name + "-value";
    }

    /**
     * Returns the topic configuration that is part of the contract, by Kafka's names. Replication is left to
     * provisioning.
     */
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
