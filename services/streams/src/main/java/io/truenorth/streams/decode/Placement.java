package io.truenorth.streams.decode;

import io.truenorth.schemas.KeyPartition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The placement of touchpoints: keyed by the strongest identity, or by the first reference if there is no identity, on the
 * partition that Kafka's Java client computes for that key.
 *
 * @param partitions of the topic of touchpoints
 */
public record Placement(int partitions) {

    /** Returns the partition of a key. */
    public int of(String key) {
        return KeyPartition.of(key.getBytes(StandardCharsets.UTF_8), partitions);
    }

    /** Returns a key of each partition, in their order; a key says nothing but its partition. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            int number = 0;
            while (of("#" + number) != partition) {
                number++;
            }
            keys.add("#" + number);
        }
        return keys;
    }

    /** Returns whether a record has the key and partition that it should have. */
    public boolean holds(byte[] key, int partition, String demandedKey) {
        byte[] demanded = demandedKey.getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(key, demanded) && partition == KeyPartition.of(demanded, partitions);
    }
}
