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
 * Reads a topic of a deployment while it is written: committed records only, without a group. For one thread, but for
 * {@link #stop}.
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
     * @param topic in the form that the deployment has
     * @param key reads only the partition that has this key; nothing for all of them
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

    /** Shows what is there from the beginning up to now; what follows is for {@link #follow}. */
    public void catchUp(BiConsumer<String, V> visitor) {
        consumer.seekToBeginning(partitions);
        RecordsUpToNow.show(
                consumer, consumer.endOffsets(partitions), record -> visitor.accept(record.key(), record.value()));
    }

    /** Leaves out what is there now. */
    public void skipToEnd() {
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Shows what comes, until {@link #stop} is called. */
    public void follow(BiConsumer<String, V> visitor) {
        while (!stopped) {
            poll(visitor);
        }
    }

    private void poll(BiConsumer<String, V> visitor) {
        consumer.poll(PAUSE).forEach(record -> visitor.accept(record.key(), record.value()));
    }

    /** Ends {@link #follow} within a moment; may be called from any thread, and from its visitor. */
    public void stop() {
        stopped = true;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
