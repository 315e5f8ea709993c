package io.truenorth.dashboard.history;

import io.truenorth.contract.ScopeHistoryPoint;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.service.kafka.KafkaConfig;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes points to the history topic. Several instances may write concurrently, as they write equal values under equal keys. A
 * failed write is repeated with the next value of its key.
 */
public final class HistoryPointWriter {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryPointWriter.class);

    private final Topic<String, ScopeHistoryPoint> topic;
    private final Producer<String, ScopeHistoryPoint> producer;

    /** Creates a writer to the history topic of a deployment. */
    public HistoryPointWriter(Topic<String, ScopeHistoryPoint> topic, KafkaConfig kafka, RecordSerdes serdes) {
        this(
                topic,
                new KafkaProducer<>(
                        kafka.client(
                                "dashboard-history",
                                Map.of(
                                        "acks", "all",
                                        "enable.idempotence", "true",
                                        "max.block.ms", "5000",
                                        "delivery.timeout.ms", "30000",
                                        "request.timeout.ms", "15000")),
                        new StringSerializer(),
                        serdes.value(topic).serializer()));
    }

    HistoryPointWriter(Topic<String, ScopeHistoryPoint> topic, Producer<String, ScopeHistoryPoint> producer) {
        this.topic = topic;
        this.producer = producer;
    }

    /** The producer, for its metrics. */
    public Producer<?, ?> producer() {
        return producer;
    }

    void write(ScopeHistoryPoint moment) {
        send(HistoryKey.of(moment), moment);
    }

    void delete(ScopeHistoryPoint moment) {
        send(HistoryKey.of(moment), null);
    }

    private void send(String key, @Nullable ScopeHistoryPoint moment) {
        producer.send(new ProducerRecord<>(topic.name(), key, moment), (metadata, failure) -> {
            if (failure != null) {
                LOG.warn("a history point was not written and will be retried: {}", failure.getMessage());
            }
        });
    }

    /** Waits for pending writes. */
    void flush() {
        producer.flush();
    }

    /** Completes pending writes. */
    public void close(Duration timeout) {
        producer.close(timeout);
    }
}
