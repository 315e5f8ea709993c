package io.truenorth.local.system;

import io.truenorth.local.deployment.Deployment;
import io.truenorth.schemas.FailedTouchpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What stands on the topic of failed touchpoints. */
final class FailedTopic {
    private FailedTopic() {}

    /** The reason of every record, from the beginning to now. */
    static List<String> reasons(Deployment deployment, String topic) {
        List<String> reasons = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                deployment.kafka().client("failed", Map.of("isolation.level", "read_committed")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> reasons.add(
                                FailedTouchpoint.read(record.headers()).reason()));
            }
        }
        return reasons;
    }
}
