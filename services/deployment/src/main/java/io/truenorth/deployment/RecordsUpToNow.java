package io.truenorth.deployment;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads partitions from a consumer's position up to their current end. */
public final class RecordsUpToNow {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private RecordsUpToNow() {}

    /** Visits every committed record of a topic, from the beginning. */
    public static void ofTopic(Deployment deployment, String topic, Consumer<ConsumerRecord<byte[], byte[]>> visitor) {
        try (var consumer = deployment.bytesReader("truenorth-read")) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw new MissingTopicException(topic);
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            show(consumer, consumer.endOffsets(partitions), visitor);
        }
    }

    /**
     * Visits the records before the given end offsets.
     *
     * @param consumer positioned at the first record to read
     * @param ends end offsets by partition; all of them assigned
     */
    public static <K, V> void show(
            org.apache.kafka.clients.consumer.Consumer<K, V> consumer,
            Map<TopicPartition, Long> ends,
            Consumer<ConsumerRecord<K, V>> visitor) {
        while (!isAt(consumer, ends)) {
            for (ConsumerRecord<K, V> record : consumer.poll(PAUSE)) {
                if (record.offset() < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                    visitor.accept(record);
                }
            }
        }
    }

    private static boolean isAt(
            org.apache.kafka.clients.consumer.Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        Collection<Map.Entry<TopicPartition, Long>> all = ends.entrySet();
        return all.stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
