package io.truenorth.cli.ledger;

import io.truenorth.contract.LedgerPart;
import io.truenorth.deployment.Deployment;
import io.truenorth.producer.Deliveries;
import io.truenorth.producer.SendFailedException;
import io.truenorth.schemas.KeyPartition;
import io.truenorth.schemas.LargestRecord;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes parts of ledgers to the topic of imports: keyed by customer, in order, acknowledged by all in-sync replicas. */
final class LedgerPartProducer implements AutoCloseable {
    private static final int BATCH = 256 << 10;
    private static final int LINGER_MILLIS = 20;

    private final Producer<String, LedgerPart> producer;
    private final Topic<String, LedgerPart> topic;
    private final int partitions;
    private final Deliveries deliveries = new Deliveries();
    private long sent;

    /** @param partitions of the topic */
    LedgerPartProducer(Deployment deployment, RecordSerdes serdes, int partitions) {
        this.topic = deployment.topics().topic(Topics.LEDGER_IMPORTS);
        this.partitions = partitions;
        this.producer = new KafkaProducer<>(
                deployment
                        .kafka()
                        .client(
                                "truenorth-ledger-import",
                                Map.of(
                                        ProducerConfig.ACKS_CONFIG,
                                        "all",
                                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                                        true,
                                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                                        "lz4",
                                        ProducerConfig.BATCH_SIZE_CONFIG,
                                        BATCH,
                                        ProducerConfig.LINGER_MS_CONFIG,
                                        LINGER_MILLIS,
                                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                                        LargestRecord.LARGE.bytes())),
                serdes.key(topic).serializer(),
                serdes.value(topic).serializer());
    }

    /**
     * Sends a part to the partition of its customer; one with suppressions to every partition, as each may get events of the
     * identities.
     *
     * @throws SendFailedException if this part or an earlier one cannot be delivered
     */
    void send(LedgerPart part) {
        throwFailure();
        if (part.getSuppressions().isEmpty()) {
            send(part, KeyPartition.of(part.getCustomer().getBytes(StandardCharsets.UTF_8), partitions));
            return;
        }
        for (int partition = 0; partition < partitions; partition++) {
            send(part, partition);
        }
    }

    private void send(LedgerPart part, int partition) {
        var unused = producer.send(new ProducerRecord<>(topic.name(), partition, part.getCustomer(), part), deliveries);
        sent++;
    }

    /** Waits until everything that was sent is delivered. */
    void flush() {
        producer.flush();
        throwFailure();
    }

    long sent() {
        return sent;
    }

    /** For each partition with a delivered part, the offset after the last one. */
    Map<Integer, Long> ends() {
        return deliveries.ends();
    }

    @Override
    public void close() {
        producer.close();
    }

    private void throwFailure() {
        deliveries.failure().ifPresent(first -> {
            throw new SendFailedException(
                    "ledgers cannot be written to " + topic.name() + ": " + first.getMessage()
                            + "; the import can be repeated",
                    first);
        });
    }
}
