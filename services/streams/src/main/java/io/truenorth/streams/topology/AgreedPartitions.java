package io.truenorth.streams.topology;

import io.truenorth.schemas.KeyPartition;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Assigns keys to partitions by the agreed number, regardless of the number that brokers report: until added partitions
 * are detected, no record goes to another partition.
 *
 * @param count the agreed number
 */
record AgreedPartitions<V>(int count) implements StreamPartitioner<byte[], V> {
    @Override
    public Optional<Set<Integer>> partitions(String topic, byte[] key, V value, int numPartitions) {
        return Optional.of(Set.of(KeyPartition.of(key, count)));
    }
}
