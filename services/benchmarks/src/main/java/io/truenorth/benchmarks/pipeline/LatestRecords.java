package io.truenorth.benchmarks.pipeline;

import io.truenorth.benchmarks.contender.Clients;
import io.truenorth.benchmarks.harness.Platform;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.serde.RecordReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The latest committed record of each key of a topic; a tombstone removes it. */
final class LatestRecords<V extends SpecificRecordBase> implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final RecordReader<V> reader;
    private final Consumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<String, byte[]> latest = new HashMap<>();
    private long count;

    LatestRecords(Platform platform, Topic<String, V> topic) {
        reader = platform.serdes().reader(topic);
        Map<String, Object> config = Clients.of(Clients.CONSUMER, platform.bootstrapServers());
        config.put("isolation.level", "read_committed");
        consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        partitions = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads on to the end and returns the latest record of each key, decoded during iteration. */
    Iterable<V> readToEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            consumer.poll(POLL).forEach(record -> {
                if (record.value() == null) {
                    latest.remove(record.key());
                } else {
                    latest.put(record.key(), record.value());
                }
                count++;
            });
        }
        return () -> latest.values().stream().map(reader::read).iterator();
    }

    /** Returns the number of records read so far. */
    long count() {
        return count;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
