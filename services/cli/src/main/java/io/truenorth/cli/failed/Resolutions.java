package io.truenorth.cli.failed;

import io.truenorth.deployment.Deployment;
import io.truenorth.schemas.FailureResolution;
import io.truenorth.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Records the resolutions of failed records, and sends records to the touchpoints topic in the same transaction. There can be only
 * one instance per deployment: a new one fences the previous one.
 */
public final class Resolutions implements AutoCloseable {
    private static final int RECORDS_A_TRANSACTION = 500;

    private final Producer<byte[], byte[]> producer;
    private final String resolved;
    private final String touchpoints;
    private boolean begun;
    private int pending;

    /** Starts writing to a deployment. */
    public Resolutions(Deployment deployment) {
        this.resolved = deployment.topics().topic(Topics.FAILED_RESOLVED).name();
        this.touchpoints = deployment.topics().topic(Topics.TOUCHPOINTS).name();
        this.producer = new KafkaProducer<>(
                deployment
                        .kafka()
                        .client(
                                "truenorth-failed",
                                Map.of("acks", "all", "transactional.id", deployment.applicationId() + "-failed")),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    /** Sends a record to the touchpoints topic again, byte for byte. */
    void sendAgain(FailedRecord record) {
        begin();
        producer.send(new ProducerRecord<>(touchpoints, null, record.key(), record.value(), record.headersToReplay()));
        note(record, FailureResolution.replayed());
    }

    /** Records the resolution of a record. */
    public void note(FailedRecord record, FailureResolution resolution) {
        begin();
        producer.send(new ProducerRecord<>(resolved, bytes(record.id().toString()), bytes(resolution.toString())));
        pending++;
        if (pending >= RECORDS_A_TRANSACTION) {
            commit();
        }
    }

    /** Commits the resolutions. */
    public void commit() {
        if (pending > 0) {
            producer.commitTransaction();
            pending = 0;
            begun = false;
        }
    }

    private void begin() {
        if (!begun) {
            producer.beginTransaction();
            begun = true;
        }
    }

    /** Aborts what is not committed. */
    @Override
    public void close() {
        try {
            if (begun) {
                producer.abortTransaction();
            }
        } catch (KafkaException e) {
            // The transaction times out; the cause of the failure is already reported.
        } finally {
            producer.close();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
