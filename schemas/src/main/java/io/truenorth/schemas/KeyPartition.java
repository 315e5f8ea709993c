package io.truenorth.schemas;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * The partition of a key, as Kafka's Java client computes it for a given number of partitions. A producer to a topic
 * with agreed partitioning ({@link Partitioning#AGREED}) uses the configured number and not the one that brokers
 * report, so that a key keeps its partition even while partitions are being added.
 */
public final class KeyPartition {
    private static final String RESERVED = "#";

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

    /**
     * Returns the reserved key of a partition, {@code #} and a number, which says nothing but its partition: no identity,
     * customer or reference has such a key, as these have a colon.
     *
     * @param partitions the number of partitions, 1 or more
     */
    public static String reservedKey(int partition, int partitions) {
        int number = 0;
        while (of((RESERVED + number).getBytes(StandardCharsets.UTF_8), partitions) != partition) {
            number++;
        }
        return RESERVED + number;
    }

    /** Returns whether a key is the reserved one of a partition. */
    public static boolean isReserved(String key) {
        return key.startsWith(RESERVED);
    }
}
