package io.truenorth.streams.decode;

import io.truenorth.schemas.KeyPartition;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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

    /** Returns the {@linkplain KeyPartition#reservedKey reserved key} of each partition, in their order. */
    public List<String> keys() {
        return IntStream.range(0, partitions)
                .mapToObj(partition -> KeyPartition.reservedKey(partition, partitions))
                .toList();
    }

    /** Returns whether a record has the key and partition that it should have. */
    public boolean holds(byte[] key, int partition, String demandedKey) {
        byte[] demanded = demandedKey.getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(key, demanded) && partition == KeyPartition.of(demanded, partitions);
    }
}
