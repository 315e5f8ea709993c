package io.truenorth.gateway.ingest;

import io.truenorth.contract.IdentityRequest;
import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.gateway.ingest.IngestResult.FailedEvent;
import io.truenorth.schemas.FailedId;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes touchpoints, failed events and requests about identities to their topics, and waits until Kafka has acknowledged them. */
public final class Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final Producer<byte[], byte[]> producer;
    private final Topic<String, Touchpoint> topic;
    private final Topic<String, IdentityRequest> requests;
    private final String failedTopic;
    private final Serializer<Touchpoint> serializer;
    private final Serializer<IdentityRequest> requestSerializer;
    private final BooleanSupplier kafkaReachable;
    private final Duration timeout;

    /**
     * A publisher.
     *
     * @param producer idempotent, {@code acks=all}; used, not closed
     * @param kafkaReachable whether a broker answers
     * @param timeout how long to wait for acknowledgements
     */
    public Publisher(
            Producer<byte[], byte[]> producer,
            TopicCatalogue topics,
            RecordSerdes serdes,
            BooleanSupplier kafkaReachable,
            Duration timeout) {
        this.producer = producer;
        this.topic = topics.topic(Topics.TOUCHPOINTS);
        this.requests = topics.topic(Topics.IDENTITY_REQUESTS);
        this.failedTopic = topics.topic(Topics.TOUCHPOINTS_FAILED).name();
        this.serializer = serdes.value(topic).serializer();
        this.requestSerializer = serdes.value(requests).serializer();
        this.kafkaReachable = kafkaReachable;
        this.timeout = timeout;
    }

    /**
     * Returns when all are stored.
     *
     * @return the names of the failed events, in their order
     * @throws RejectedRequest if Kafka or the registry is unavailable; some records may be stored then
     */
    public List<FailedId> publish(IngestResult result) throws InterruptedException {
        requireKafka();
        List<ProducerRecord<byte[], byte[]>> records = encoded(result.touchpoints());
        result.replayOf().ifPresent(failed -> records.forEach(record -> failed.mark(record.headers())));
        result.failed().forEach(event -> records.add(record(event)));
        Acknowledgements acknowledgements = new Acknowledgements(records.size());
        List<Future<RecordMetadata>> failed = new ArrayList<>(result.failed().size());
        for (ProducerRecord<byte[], byte[]> record : records) {
            Future<RecordMetadata> sent = send(record, acknowledgements);
            if (record.topic().equals(failedTopic)) {
                failed.add(sent);
            }
        }
        acknowledgements.await(timeout);
        return names(failed);
    }

    /**
     * Returns when a request is stored.
     *
     * @throws RejectedRequest if Kafka or the registry is unavailable; it may be stored then
     */
    public void publish(IdentityRequest request) throws InterruptedException {
        requireKafka();
        ProducerRecord<byte[], byte[]> record = encoded(requests, requestSerializer, request.getIdentity(), request);
        Acknowledgements acknowledgements = new Acknowledgements(1);
        var unused = send(record, acknowledgements);
        acknowledgements.await(timeout);
    }

    private void requireKafka() {
        if (!kafkaReachable.getAsBoolean()) {
            throw RejectedRequest.kafkaUnavailable("no broker answers");
        }
    }

    /** @param acknowledged which they are, without a failure */
    private static List<FailedId> names(List<Future<RecordMetadata>> acknowledged) throws InterruptedException {
        List<FailedId> names = new ArrayList<>(acknowledged.size());
        try {
            for (Future<RecordMetadata> record : acknowledged) {
                RecordMetadata position = record.get();
                names.add(new FailedId(position.partition(), position.offset()));
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("an acknowledged record has a position", e);
        }
        return names;
    }

    /** Encodes all before the first is sent: if one cannot be encoded, none can. */
    private List<ProducerRecord<byte[], byte[]>> encoded(List<Touchpoint> touchpoints) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(touchpoints.size());
        for (Touchpoint touchpoint : touchpoints) {
            records.add(encoded(topic, serializer, TouchpointKey.of(touchpoint), touchpoint));
        }
        return records;
    }

    private static <V> ProducerRecord<byte[], byte[]> encoded(
            Topic<String, V> to, Serializer<V> serializer, String key, V value) {
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        try {
            return new ProducerRecord<>(
                    to.name(),
                    KeyPartition.of(keyBytes, to.partitions()),
                    keyBytes,
                    serializer.serialize(to.name(), value));
        } catch (KafkaException e) {
            LOG.warn("a record of {} cannot be encoded: {}", to.name(), e.getMessage());
            throw RejectedRequest.kafkaUnavailable(
                    "the schema registry does not know the schema of " + to.name() + ", or does not answer");
        }
    }

    /** The source is the key, so that the failed events of one source stay in order. */
    private ProducerRecord<byte[], byte[]> record(FailedEvent event) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(failedTopic, event.source().getBytes(StandardCharsets.UTF_8), event.bytes());
        FailedTouchpoint.atGateway(event.reason(), event.path(), event.message(), event.source(), event.receivedAt())
                .addTo(record.headers());
        event.headers().forEach((name, value) -> FailedTouchpoint.addRequestHeader(record.headers(), name, value));
        return record;
    }

    private Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Acknowledgements acknowledgements) {
        try {
            Future<RecordMetadata> sent = producer.send(record, (metadata, failure) -> acknowledgements.count(failure));
            acknowledgements.requireNoFailure();
            return sent;
        } catch (KafkaException e) {
            throw unavailable(e);
        }
    }

    private static RejectedRequest unavailable(Exception failure) {
        LOG.warn("records were not acknowledged: {}", failure.toString());
        return RejectedRequest.kafkaUnavailable("not every event was acknowledged");
    }

    /** Counts acknowledgements, and keeps the first failure. */
    private static final class Acknowledgements {

        private final CountDownLatch missing;
        private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

        Acknowledgements(int expected) {
            missing = new CountDownLatch(expected);
        }

        void count(@Nullable Exception failed) {
            if (failed != null) {
                failure.compareAndSet(null, failed);
            }
            missing.countDown();
        }

        void await(Duration timeout) throws InterruptedException {
            boolean complete = missing.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
            requireNoFailure();
            if (!complete) {
                throw RejectedRequest.kafkaUnavailable(
                        "Kafka did not acknowledge within " + timeout.toMillis() + " ms");
            }
        }

        void requireNoFailure() {
            Exception failed = failure.get();
            if (failed != null) {
                throw unavailable(failed);
            }
        }
    }
}
