package io.truenorth.gateway;

import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.TouchpointKey;
import io.truenorth.schemas.serde.RecordSerdes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes touchpoints to their topic and waits until Kafka has acknowledged every one of them. */
final class TouchpointPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(TouchpointPublisher.class);

    private final Producer<byte[], byte[]> producer;
    private final Topic<String, Touchpoint> topic;
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
    TouchpointPublisher(
            Producer<byte[], byte[]> producer,
            Topic<String, Touchpoint> topic,
            RecordSerdes serdes,
            BooleanSupplier kafkaReachable,
            Duration patience) {
        this.producer = producer;
        this.topic = topic;
        this.serializer = serdes.value(topic).serializer();
        this.kafkaReachable = kafkaReachable;
        this.patience = patience;
    }

    /**
     * Returns when all are stored.
     *
     * @throws Refusal if Kafka or the registry is away; some may be stored then
     */
    void publish(List<Touchpoint> touchpoints) throws InterruptedException {
        if (!kafkaReachable.getAsBoolean()) {
            throw Refusal.kafkaAway("no broker answers");
        }
        Acknowledgements acknowledgements = new Acknowledgements(touchpoints.size());
        for (ProducerRecord<byte[], byte[]> record : encoded(touchpoints)) {
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
                records.add(new ProducerRecord<>(topic.name(), key, serializer.serialize(topic.name(), touchpoint)));
            }
        } catch (KafkaException e) {
            LOG.warn("touchpoints cannot be encoded: {}", e.getMessage());
            throw Refusal.kafkaAway("the schema registry does not know the schema of touchpoints, or does not answer");
        }
        return records;
    }

    private void send(ProducerRecord<byte[], byte[]> record, Acknowledgements acknowledgements) {
        try {
            producer.send(record, (metadata, failure) -> acknowledgements.count(failure));
        } catch (KafkaException e) {
            throw away(e);
        }
        acknowledgements.requireNoFailure();
    }

    private static Refusal away(Exception failure) {
        LOG.warn("touchpoints were not acknowledged: {}", failure.toString());
        return Refusal.kafkaAway("not every event was acknowledged");
    }

    /** Counts them, and remembers the first failure. */
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

        void await(Duration patience) throws InterruptedException {
            boolean complete = missing.await(patience.toMillis(), TimeUnit.MILLISECONDS);
            requireNoFailure();
            if (!complete) {
                throw Refusal.kafkaAway("Kafka did not acknowledge within " + patience.toMillis() + " ms");
            }
        }

        void requireNoFailure() {
            Exception failed = failure.get();
            if (failed != null) {
                throw away(failed);
            }
        }
    }
}
