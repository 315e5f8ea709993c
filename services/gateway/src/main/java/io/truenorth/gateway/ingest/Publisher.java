package io.truenorth.gateway.ingest;

import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.schemas.FailedTouchpoint;
import io.truenorth.schemas.KeyPartition;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.TouchpointKey;
import io.truenorth.schemas.serde.RecordSerdes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes touchpoints, and what failed, to their topics and waits until Kafka has acknowledged every one of them. */
public final class Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final Producer<byte[], byte[]> producer;
    private final Topic<String, Touchpoint> topic;
    private final String failedTopic;
    private final Serializer<Touchpoint> serializer;
    private final BooleanSupplier kafkaReachable;
    private final Duration patience;

    /**
     * A publisher.
     *
     * @param producer idempotent, {@code acks=all}; used, not closed
     * @param kafkaReachable whether it makes sense to try
     * @param patience how long to wait for acknowledgements
     */
    public Publisher(
            Producer<byte[], byte[]> producer,
            TopicCatalogue topics,
            RecordSerdes serdes,
            BooleanSupplier kafkaReachable,
            Duration patience) {
        this.producer = producer;
        this.topic = topics.topic(Topics.TOUCHPOINTS);
        this.failedTopic = topics.topic(Topics.TOUCHPOINTS_FAILED).name();
        this.serializer = serdes.value(topic).serializer();
        this.kafkaReachable = kafkaReachable;
        this.patience = patience;
    }

    /**
     * Returns when all are stored.
     *
     * @throws RejectedRequest if Kafka or the registry is away; some may be stored then
     */
    public void publish(IngestResult harvest) throws InterruptedException {
        if (!kafkaReachable.getAsBoolean()) {
            throw RejectedRequest.kafkaUnavailable("no broker answers");
        }
        List<ProducerRecord<byte[], byte[]>> records = encoded(harvest.touchpoints());
        harvest.replayOf().ifPresent(failed -> records.forEach(record -> failed.mark(record.headers())));
        harvest.failed().forEach(event -> records.add(record(event)));
        Acknowledgements acknowledgements = new Acknowledgements(records.size());
        for (ProducerRecord<byte[], byte[]> record : records) {
            send(record, acknowledgements);
        }
        acknowledgements.await(patience);
    }

    /** All of them before the first is sent: what stops one of them is not the fault of that one. */
    private List<ProducerRecord<byte[], byte[]>> encoded(List<Touchpoint> touchpoints) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(touchpoints.size());
        try {
            for (Touchpoint touchpoint : touchpoints) {
                byte[] key = TouchpointKey.of(touchpoint).getBytes(StandardCharsets.UTF_8);
                records.add(new ProducerRecord<>(
                        topic.name(),
                        KeyPartition.of(key, topic.partitions()),
                        key,
                        serializer.serialize(topic.name(), touchpoint)));
            }
        } catch (KafkaException e) {
            LOG.warn("touchpoints cannot be encoded: {}", e.getMessage());
            throw RejectedRequest.kafkaUnavailable("the schema registry does not know the schema of touchpoints, or does not answer");
        }
        return records;
    }

    /** The source is the key, so that what failed of one source stays in its order. */
    private ProducerRecord<byte[], byte[]> record(FailedEvent event) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                failedTopic,
                event.source().getBytes(StandardCharsets.UTF_8),
                event.original().getBytes(StandardCharsets.UTF_8));
        FailedTouchpoint.atGateway(event.reason(), event.path(), event.message(), event.source(), event.receivedAt())
                .addTo(record.headers());
        event.headers().forEach((name, value) -> FailedTouchpoint.addRequestHeader(record.headers(), name, value));
        return record;
    }

    private void send(ProducerRecord<byte[], byte[]> record, Acknowledgements acknowledgements) {
        try {
            producer.send(record, (metadata, failure) -> acknowledgements.count(failure));
        } catch (KafkaException e) {
            throw Acknowledgements.away(e);
        }
        acknowledgements.requireNoFailure();
    }
}
