package io.truenorth.benchmarks.pipeline;

import io.truenorth.benchmarks.harness.Platform;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What is published from a moment on, as readers of committed records see it. */
final class PublishedScores implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Topic<String, RelationshipScore> topic;
    private final RecordReader<RelationshipScore> reader;
    private final Consumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private long count;

    /** From now on. */
    PublishedScores(Platform platform) {
        topic = platform.topic(Topics.RELATIONSHIP_SCORES);
        reader = platform.serdes().reader(topic);
        Map<String, Object> config = Clients.of(Clients.CONSUMER, platform.bootstrapServers());
        config.put("isolation.level", "read_committed");
        consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        partitions = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Seeking is lazy: asking for the position makes it now.
        partitions.forEach(consumer::position);
    }

    /** Reads on to the end and gives the last score of each customer. */
    Map<String, RelationshipScore> readToEnd() {
        Map<String, byte[]> last = new HashMap<>();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            consumer.poll(POLL).forEach(record -> {
                last.put(record.key(), record.value());
                count++;
            });
        }
        Map<String, RelationshipScore> scores = new HashMap<>();
        last.forEach((customer, bytes) -> scores.put(customer, reader.read(bytes)));
        return scores;
    }

    /** How many records that were. */
    long count() {
        return count;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
