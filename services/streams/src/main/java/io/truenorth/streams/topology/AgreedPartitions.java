package io.truenorth.streams.topology;

import io.truenorth.schemas.KeyPartition;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Puts a key on the partition that it has by the agreed number, whatever number the brokers tell: until it is noticed that
 * somebody added partitions, nobody's records go to another one.
 *
 * @param count the agreed number
 */
record AgreedPartitions<V>(int count) implements StreamPartitioner<byte[], V> {
    @Override
    public Optional<Set<Integer>> partitions(String topic, byte[] key, V value, int numPartitions) {
        return Optional.of(Set.of(KeyPartition.of(key, count)));
    }
}
