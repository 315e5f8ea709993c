package io.truenorth.deployment;

import io.truenorth.schemas.KeyPartition;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.serde.RecordSerdes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Follows the committed records of a topic, without a group. Single-threaded except for {@link #stop}.
 *
 * @param <V> its values
 */
public final class TopicTail<V> implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Consumer<String, V> consumer;
    private final Collection<TopicPartition> partitions;
    private volatile boolean stopped;

    private TopicTail(Consumer<String, V> consumer, Collection<TopicPartition> partitions) {
        this.consumer = consumer;
        this.partitions = partitions;
        consumer.assign(partitions);
    }

    /**
     * A reader of a topic.
     *
     * @param topic the topic of the deployment's catalogue
     * @param key reads only the partition of this key; empty for all partitions
     */
    public static <V> TopicTail<V> of(
            Deployment deployment, RecordSerdes serdes, Topic<String, V> topic, Optional<String> key) {
        Consumer<String, V> consumer = new KafkaConsumer<>(
                deployment.reader("truenorth-tail"),
                serdes.key(topic).deserializer(),
                serdes.value(topic).deserializer());
        List<TopicPartition> all = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(topic.name(), info.partition()))
                .toList();
        if (all.isEmpty()) {
            consumer.close();
            throw new MissingTopicException(topic.name());
        }
        return new TopicTail<>(
                consumer,
                key.map(name -> List.of(new TopicPartition(topic.name(), partitionOf(name, all.size()))))
                        .orElse(all));
    }

    private static int partitionOf(String key, int partitions) {
        return KeyPartition.of(key.getBytes(StandardCharsets.UTF_8), partitions);
    }

    /** Visits all current records from the beginning; {@link #follow} and {@link #readOn} continue. */
    public void catchUp(BiConsumer<String, V> visitor) {
        RecordsUpToNow.showAll(consumer, partitions, record -> visitor.accept(record.key(), record.value()));
    }

    /** Skips all current records. */
    public void skipToEnd() {
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Visits new records until {@link #stop} is called. */
    public void follow(BiConsumer<String, V> visitor) {
        while (!stopped) {
            readOn(visitor);
        }
    }

    /** Visits what is new; waits a moment if nothing is. */
    public void readOn(BiConsumer<String, V> visitor) {
        consumer.poll(PAUSE).forEach(record -> visitor.accept(record.key(), record.value()));
    }

    /** Ends {@link #follow} shortly; may be called from any thread and from the visitor. */
    public void stop() {
        stopped = true;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
