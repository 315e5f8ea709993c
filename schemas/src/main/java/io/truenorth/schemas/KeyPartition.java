package io.truenorth.schemas;

import org.apache.kafka.common.utils.Utils;

/**
 * The partition of a key, as Kafka's Java client computes it for a given number of partitions. A producer to a topic
 * with agreed partitioning ({@link Partitioning#AGREED}) uses the configured number and not the one that brokers
 * report, so that a key keeps its partition even while partitions are being added.
 */
public final class KeyPartition {
    private KeyPartition() {}

    /**
     * Returns the partition of a key.
     *
     * @param key the serialized key
     * @param partitions the number of partitions, 1 or more
     */
    public static int of(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
