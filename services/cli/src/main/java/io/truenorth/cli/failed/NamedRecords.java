package io.truenorth.cli.failed;

import io.truenorth.deployment.MissingTopicException;
import io.truenorth.schemas.FailedId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** Reads failed records by id, directly from their offsets. */
final class NamedRecords {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;

    /** @param consumer a consumer of committed records, which the caller closes */
    NamedRecords(Consumer<byte[], byte[]> consumer, String topic) {
        this.consumer = consumer;
        this.topic = topic;
    }

    /**
     * Reads records, in the order of their ids.
     *
     * @throws MissingRecordException if one of them does not exist, or was deleted
     */
    List<ConsumerRecord<byte[], byte[]>> find(Set<FailedId> ids) {
        List<FailedId> sorted = ids.stream().sorted().toList();
        requireKept(sorted);
        return sorted.stream().map(this::read).toList();
    }

    private void requireKept(List<FailedId> ids) {
        requirePartitions(ids);
        List<TopicPartition> asked =
                ids.stream().map(this::partition).distinct().toList();
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(asked);
        Map<TopicPartition, Long> ends = consumer.endOffsets(asked);
        for (FailedId id : ids) {
            requireBetween(id, begins.getOrDefault(partition(id), 0L), ends.getOrDefault(partition(id), 0L));
        }
    }

    private void requirePartitions(List<FailedId> ids) {
        Set<Integer> partitions = consumer.partitionsFor(topic).stream()
                .map(PartitionInfo::partition)
                .collect(Collectors.toSet());
        if (partitions.isEmpty()) {
            throw new MissingTopicException(topic);
        }
        for (FailedId id : ids) {
            if (!partitions.contains(id.partition())) {
                throw MissingRecordException.unknown(id);
            }
        }
    }

    private static void requireBetween(FailedId id, long begin, long end) {
        if (id.offset() < begin) {
            throw MissingRecordException.gone(id, begin);
        }
        if (id.offset() >= end) {
            throw MissingRecordException.unknown(id);
        }
    }

    private ConsumerRecord<byte[], byte[]> read(FailedId id) {
        TopicPartition partition = partition(id);
        consumer.assign(List.of(partition));
        consumer.seek(partition, id.offset());
        while (consumer.position(partition) <= id.offset()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PAUSE)) {
                if (record.offset() == id.offset()) {
                    return record;
                }
            }
        }
        throw MissingRecordException.unknown(id);
    }

    private TopicPartition partition(FailedId id) {
        return new TopicPartition(topic, id.partition());
    }
}
