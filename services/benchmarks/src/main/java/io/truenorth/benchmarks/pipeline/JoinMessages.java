package io.truenorth.benchmarks.pipeline;

import io.truenorth.benchmarks.contender.Clients;
import io.truenorth.benchmarks.harness.Platform;
import io.truenorth.deployment.RecordsUpToNow;
import io.truenorth.streams.identity.JoinMessageBatch;
import io.truenorth.streams.topology.StreamsTopology;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What the partitions of the streams service have sent each other.
 *
 * @param messages about identities, touchpoints on their way to their customer included
 * @param records that they were sent in
 */
record JoinMessages(long messages, long records) {

    /** Counts what an application has committed. */
    static JoinMessages count(Platform platform, String applicationId, int partitions)
            throws InterruptedException, ExecutionException {
        Map<String, Object> config = Clients.of(Clients.CONSUMER, platform.bootstrapServers());
        config.put("isolation.level", "read_committed");
        String topic = StreamsTopology.repartitionTopics(applicationId).get(0);
        List<TopicPartition> all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Counter counter = new Counter();
            RecordsUpToNow.show(consumer, consumer.endOffsets(all), record -> counter.add(record.value()));
            return new JoinMessages(counter.messages, counter.records);
        }
    }

    private static final class Counter {
        private long messages;
        private long records;

        void add(byte[] value) {
            records++;
            if (JoinMessageBatch.isOne(value)) {
                JoinMessageBatch.read(value, 0, (message, causedAt) -> messages++);
            }
        }
    }
}
