package io.truenorth.producer;

import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.TouchpointKey;
import io.truenorth.schemas.serde.RecordSerdes;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Writes touchpoints to Kafka: keyed by their strongest identity, or their first reference, idempotently, in batches, and acknowledged by all in-sync
 * replicas. {@link #send} blocks while 32 MiB are buffered.
 *
 * <pre>{@code
 * try (TouchpointProducer producer = TouchpointProducer.on(kafka, serdes, topic)) {
 *     touchpoints.forEach(producer::send);
 *     producer.flush();
 * }
 * }</pre>
 */
public final class TouchpointProducer implements AutoCloseable {
    private static final int LARGE_BATCH = 256 * 1024;
    private static final int LINGER_MILLIS = 20;
    private static final long BUFFER = 32L << 20;

    private final Producer<String, Touchpoint> producer;
    private final Topic<String, Touchpoint> topic;
    private final Deliveries deliveries = new Deliveries();

    /** Writes with an existing producer, and closes it. */
    public TouchpointProducer(Producer<String, Touchpoint> producer, Topic<String, Touchpoint> topic) {
        this.producer = producer;
        this.topic = topic;
    }

    /**
     * Creates a producer for a deployment without a topic prefix.
     *
     * @param kafka the client configuration: {@code bootstrap.servers}, and further settings such as TLS
     * @param registryUrl the URL of the schema registry's Confluent API
     */
    public static TouchpointProducer connect(Map<String, ?> kafka, String registryUrl) {
        return on(kafka, RecordSerdes.on(registryUrl, Map.of()), Topics.TOUCHPOINTS);
    }

    /**
     * Creates a producer.
     *
     * @param kafka the client configuration: {@code bootstrap.servers}, and further settings such as TLS
     * @param serdes serdes on the registry of the topic's schema
     * @param topic the touchpoints topic of the deployment
     */
    public static TouchpointProducer on(Map<String, ?> kafka, RecordSerdes serdes, Topic<String, Touchpoint> topic) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, LARGE_BATCH);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER);
        return new TouchpointProducer(
                new KafkaProducer<>(
                        settings,
                        serdes.key(topic).serializer(),
                        serdes.value(topic).serializer()),
                topic);
    }

    /**
     * Sends a touchpoint asynchronously.
     *
     * @throws SendFailedException if this one or an earlier one cannot be delivered
     * @throws IllegalArgumentException if it has neither an identity nor a reference
     */
    public void send(Touchpoint touchpoint) {
        throwFailure();
        try {
            var unused = producer.send(
                    new ProducerRecord<>(topic.name(), TouchpointKey.of(touchpoint), touchpoint), deliveries);
        } catch (KafkaException e) {
            throw failed(e);
        }
    }

    /**
     * Waits until everything that was sent is delivered.
     *
     * @throws SendFailedException if a touchpoint cannot be delivered
     */
    public void flush() {
        producer.flush();
        throwFailure();
    }

    /** For each partition with a delivered touchpoint, the offset after the last one. */
    public Map<Integer, Long> ends() {
        return deliveries.ends();
    }

    /** Delivers what was sent, and closes the producer. */
    @Override
    public void close() {
        producer.close();
    }

    private void throwFailure() {
        deliveries.failure().ifPresent(first -> {
            throw failed(first);
        });
    }

    private SendFailedException failed(Exception cause) {
        return new SendFailedException(
                "touchpoints cannot be written to " + topic.name() + ": " + cause.getMessage()
                        + "; what was sent since the last flush may be lost and can be sent again",
                cause);
    }
}
