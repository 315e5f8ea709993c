package io.truenorth.cli.replay;

import io.truenorth.deployment.Deployment;
import io.truenorth.deployment.MissingTopicException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The progress of the streams service of a deployment, by its committed offsets. Offsets and scores are committed in one
 * transaction, so the scores of committed records are published.
 */
public final class UnprocessedRecords implements AutoCloseable {
    static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final String group;
    private final Admin admin;
    private final Consumer<byte[], byte[]> consumer;

    /** Queries the brokers of a deployment. */
    public UnprocessedRecords(Deployment deployment) {
        this.group = deployment.applicationId();
        this.admin = Admin.create(deployment.admin("truenorth-progress-admin"));
        this.consumer = new KafkaConsumer<>(
                deployment.reader("truenorth-progress"), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The unique id of the Kafka cluster. */
    public String clusterId() throws InterruptedException {
        return answer(admin.describeCluster().clusterId());
    }

    /** The committed offset of each partition of a topic; 0 if none is committed. */
    public Map<Integer, Long> committed(String topic) throws InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        return partitions(topic).stream()
                .collect(Collectors.toMap(TopicPartition::partition, partition -> offset(committed, partition)));
    }

    /**
     * The number of records of a topic that are not processed yet.
     *
     * @param ends the end offset, exclusive, by partition
     */
    public long before(String topic, Map<Integer, Long> ends) throws InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        return ends.entrySet().stream()
                .mapToLong(end ->
                        Math.max(0, end.getValue() - offset(committed, new TopicPartition(topic, end.getKey()))))
                .sum();
    }

    /**
     * The current end of each partition of a topic, including records of open transactions; a consumer that reads up to it waits
     * for their end.
     */
    public Map<Integer, Long> ends(String topic) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> latest =
                partitions(topic).stream().collect(Collectors.toMap(Function.identity(), any -> OffsetSpec.latest()));
        return answer(admin.listOffsets(latest).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        end -> end.getKey().partition(), end -> end.getValue().offset()));
    }

    /**
     * Whether a topic has a record that is not processed yet. Offsets alone are not sufficient: transaction markers also have
     * offsets, which are not committed if no record follows.
     *
     * @param ends the end offset, exclusive, by partition
     */
    public boolean anyBefore(String topic, Map<Integer, Long> ends) throws InterruptedException {
        List<TopicPartition> partitions = partitions(topic);
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        Map<TopicPartition, Long> unread = new HashMap<>();
        for (TopicPartition partition : partitions) {
            long from = Math.max(beginnings.getOrDefault(partition, 0L), offset(committed, partition));
            if (from < end(partition, ends)) {
                unread.put(partition, from);
            }
        }
        return holdARecord(unread, ends);
    }

    /**
     * Returns once every record that a topic has now is processed.
     *
     * @param waiting called before each look but the first
     */
    public void awaitProcessed(String topic, Runnable waiting) throws InterruptedException {
        Map<Integer, Long> ends = ends(topic);
        while (anyBefore(topic, ends)) {
            waiting.run();
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private List<TopicPartition> partitions(String topic) {
        List<PartitionInfo> partitions = consumer.listTopics().getOrDefault(topic, List.of());
        if (partitions.isEmpty()) {
            throw new MissingTopicException(topic);
        }
        return partitions.stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private boolean holdARecord(Map<TopicPartition, Long> unread, Map<Integer, Long> ends) {
        consumer.assign(unread.keySet());
        unread.forEach(consumer::seek);
        while (unread.keySet().stream().anyMatch(partition -> consumer.position(partition) < end(partition, ends))) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PAUSE)) {
                if (record.offset() < ends.getOrDefault(record.partition(), 0L)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static long end(TopicPartition partition, Map<Integer, Long> ends) {
        return ends.getOrDefault(partition.partition(), 0L);
    }

    private static long offset(Map<TopicPartition, OffsetAndMetadata> committed, TopicPartition partition) {
        OffsetAndMetadata offset = committed.get(partition);
        return offset == null ? 0 : offset.offset();
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() throws InterruptedException {
        return answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()).entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private <T> T answer(KafkaFuture<T> question) throws InterruptedException {
        try {
            return question.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TimeoutException silence) {
                throw silence;
            }
            throw new IllegalStateException(
                    "the committed offsets of " + group + " cannot be read: " + e.getCause(), e);
        }
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }
}
