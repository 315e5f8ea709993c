package io.truenorth.cli.privacy;

import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.deployment.Deployment;
import io.truenorth.deployment.MissingTopicException;
import io.truenorth.deployment.RecordsUpToNow;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** The receipts of a deployment, by request id, as its topic has them. Not thread-safe. */
final class Receipts implements Closeable {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Map<String, PrivacyReceipt> known = new LinkedHashMap<>();
    private final RecordSerdes serdes;
    private final Consumer<String, PrivacyReceipt> consumer;

    /**
     * Reads what the topic has now.
     *
     * @throws MissingTopicException if it is not provisioned
     */
    Receipts(Deployment deployment) {
        Topic<String, PrivacyReceipt> topic = deployment.topics().topic(Topics.PRIVACY_RECEIPTS);
        serdes = deployment.registry().serdes();
        consumer = new KafkaConsumer<>(
                deployment.reader("truenorth-receipts"),
                serdes.key(topic).deserializer(),
                serdes.value(topic).deserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(topic.name(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            consumer.close();
            throw new MissingTopicException(topic.name());
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        RecordsUpToNow.show(consumer, consumer.endOffsets(partitions), this::note);
    }

    private void note(ConsumerRecord<String, PrivacyReceipt> record) {
        if (record.value() == null) {
            known.remove(record.key());
        } else {
            known.put(record.key(), record.value());
        }
    }

    /** All receipts that were read. */
    Collection<PrivacyReceipt> all() {
        return known.values();
    }

    Optional<PrivacyReceipt> of(String requestId) {
        return Optional.ofNullable(known.get(requestId));
    }

    /** Reads what has come since; waits a moment if nothing has. */
    void readOn() {
        consumer.poll(PAUSE).forEach(this::note);
    }

    /** Waits for the receipt of a request; empty if it does not come in time. */
    Optional<PrivacyReceipt> await(String requestId, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (of(requestId).isEmpty() && System.nanoTime() < deadline) {
            readOn();
        }
        return of(requestId);
    }

    @Override
    public void close() throws IOException {
        consumer.close();
        serdes.registry().close();
    }
}
