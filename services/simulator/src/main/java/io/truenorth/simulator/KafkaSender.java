package io.truenorth.simulator;

import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.serde.RecordSerdes;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Writes touches to the topic of touchpoints itself, idempotently and in batches. A broker that is slower than the
 * simulation slows it down: {@link #send} waits while 32 MiB are under way.
 */
public final class KafkaSender implements Sender {
    private final Producer<String, Touchpoint> producer;
    private final Topic<String, Touchpoint> topic;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /**
     * A sender with a producer of its own.
     *
     * @param bootstrapServers where Kafka is
     * @param serdes on the registry where the topic's schema is registered
     * @param topic the touchpoints of a deployment
     * @param clock tells when a touch is received
     */
    public KafkaSender(
            String bootstrapServers, RecordSerdes serdes, Topic<String, Touchpoint> topic, InstantSource clock) {
        this(
                new KafkaProducer<>(
                        config(bootstrapServers),
                        serdes.key(topic).serializer(),
                        serdes.value(topic).serializer()),
                topic,
                clock);
    }

    /** A sender on a producer, which it closes. */
    KafkaSender(Producer<String, Touchpoint> producer, Topic<String, Touchpoint> topic, InstantSource clock) {
        this.producer = producer;
        this.topic = topic;
        this.clock = clock;
    }

    private static Map<String, Object> config(String bootstrapServers) {
        Map<String, Object> config = new HashMap<>();
        config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, "truenorth-simulator");
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 32L << 20);
        return config;
    }

    @Override
    public void send(SimulatedTouch touch) {
        throwFailure();
        try {
            var unused = producer.send(
                    new ProducerRecord<>(topic.name(), touch.customer().key(), Touchpoints.of(touch, clock.millis())),
                    this::delivered);
        } catch (KafkaException e) {
            throw failed(e);
        }
    }

    @Override
    public void flush() {
        producer.flush();
        throwFailure();
    }

    /** Closes the producer; what was sent is delivered first. */
    @Override
    public void close() {
        producer.close();
    }

    private void delivered(@Nullable RecordMetadata where, @Nullable Exception exception) {
        if (exception != null) {
            failure.compareAndSet(null, exception);
        }
    }

    private void throwFailure() {
        Exception first = failure.get();
        if (first != null) {
            throw failed(first);
        }
    }

    private SendFailedException failed(Exception cause) {
        return new SendFailedException(
                "touches cannot be written to " + topic.name() + ": " + cause.getMessage()
                        + "; what was sent since the last flush may be lost and can be sent again",
                cause);
    }
}
