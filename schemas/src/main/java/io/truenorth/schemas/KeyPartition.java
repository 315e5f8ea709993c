package io.truenorth.schemas;

import org.apache.kafka.common.utils.Utils;

/**
 * The partition of a key, as Kafka's Java client chooses it of a given number. Who writes to a topic whose number of
 * partitions is agreed ({@link Partitioning#AGREED}) chooses by the agreed number, not by the number that the brokers tell:
 * so a key stays where it is, even while somebody adds partitions.
 */
public final class KeyPartition {
    private KeyPartition() {}

    /**
     * The partition of a key.
     *
     * @param key as it is on the wire
     * @param partitions how many there are to choose from, 1 or more
     */
    public static int of(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
