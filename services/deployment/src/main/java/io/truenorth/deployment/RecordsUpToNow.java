package io.truenorth.deployment;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads partitions from a consumer's position up to their current end. */
public final class RecordsUpToNow {
    private static final Duration PAUSE = Duration.ofMillis(100);
    /** Longer than the election of a leader, or the restart of a broker without replicas, takes. */
    private static final Duration LONGEST_STALL = Duration.ofMinutes(1);

    private RecordsUpToNow() {}

    /**
     * Visits every committed record of a topic, from the beginning.
     *
     * @throws UnreadablePartitionException if a partition cannot be read
     */
    public static void ofTopic(Deployment deployment, String topic, Consumer<ConsumerRecord<byte[], byte[]>> visitor) {
        try (var consumer = deployment.bytesReader("truenorth-read")) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw new MissingTopicException(topic);
            }
            consumer.assign(partitions);
            showAll(consumer, partitions, visitor);
        }
    }

    /**
     * Visits every record of assigned partitions, from the beginning.
     *
     * @throws UnreadablePartitionException if a partition cannot be read
     */
    public static <K, V> void showAll(
            org.apache.kafka.clients.consumer.Consumer<K, V> consumer,
            Collection<TopicPartition> partitions,
            Consumer<ConsumerRecord<K, V>> visitor) {
        consumer.seekToBeginning(partitions);
        show(consumer, ends(consumer, partitions), visitor);
    }

    /**
     * Visits the records before the given end offsets.
     *
     * @param consumer positioned at the first record to read
     * @param ends end offsets by partition; all of them assigned
     * @throws UnreadablePartitionException if a partition cannot be read
     */
    public static <K, V> void show(
            org.apache.kafka.clients.consumer.Consumer<K, V> consumer,
            Map<TopicPartition, Long> ends,
            Consumer<ConsumerRecord<K, V>> visitor) {
        show(consumer, ends, visitor, System::nanoTime);
    }

    static <K, V> void show(
            org.apache.kafka.clients.consumer.Consumer<K, V> consumer,
            Map<TopicPartition, Long> ends,
            Consumer<ConsumerRecord<K, V>> visitor,
            LongSupplier nanos) {
        long lastPosition = -1;
        long lastProgress = nanos.getAsLong();
        List<TopicPartition> behind = behind(consumer, ends);
        while (!behind.isEmpty()) {
            for (ConsumerRecord<K, V> record : consumer.poll(PAUSE)) {
                if (record.offset() < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                    visitor.accept(record);
                }
            }
            behind = behind(consumer, ends);
            long position = ends.keySet().stream().mapToLong(consumer::position).sum();
            if (position > lastPosition) {
                lastPosition = position;
                lastProgress = nanos.getAsLong();
            } else if (!behind.isEmpty() && nanos.getAsLong() - lastProgress > LONGEST_STALL.toNanos()) {
                throw new UnreadablePartitionException(behind);
            }
        }
    }

    /** The partitions that are not read to their ends. */
    private static List<TopicPartition> behind(
            org.apache.kafka.clients.consumer.Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .filter(end -> position(consumer, end.getKey()) < end.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static long position(org.apache.kafka.clients.consumer.Consumer<?, ?> consumer, TopicPartition partition) {
        try {
            return consumer.position(partition);
        } catch (TimeoutException e) {
            throw unreadable(consumer, List.of(partition), e);
        }
    }

    private static Map<TopicPartition, Long> ends(
            org.apache.kafka.clients.consumer.Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        try {
            return consumer.endOffsets(partitions);
        } catch (TimeoutException e) {
            throw unreadable(consumer, partitions, e);
        }
    }

    /** Names the partitions without a leader; if none is known, it is Kafka that does not respond. */
    private static RuntimeException unreadable(
            org.apache.kafka.clients.consumer.Consumer<?, ?> consumer,
            Collection<TopicPartition> partitions,
            TimeoutException timeout) {
        List<TopicPartition> withoutLeader = partitions.stream()
                .map(TopicPartition::topic)
                .distinct()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .filter(info -> info.leader() == null || info.leader().isEmpty())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .filter(partitions::contains)
                .toList();
        return withoutLeader.isEmpty() ? timeout : new UnreadablePartitionException(withoutLeader);
    }
}
