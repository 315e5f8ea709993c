package io.truenorth.streams.decode;

import io.truenorth.schemas.KeyPartition;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where a touchpoint belongs: under its strongest identity as key, on the partition that Kafka's Java client gives that
 * key.
 *
 * @param partitions of the topic of touchpoints
 */
public record Placement(int partitions) {

    /** Whether a record came under the key, and on the partition, that its identity demands. */
    public boolean holds(byte[] key, int partition, String identity) {
        byte[] demanded = identity.getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(key, demanded) && partition == KeyPartition.of(demanded, partitions);
    }
}
