package io.truenorth.gateway.cloudevents;

import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.gateway.ingest.IngestPipeline;
import io.truenorth.gateway.ingest.IngestPipeline.ConfiguredSource;
import io.truenorth.gateway.ingest.ReceivedMessage;
import io.truenorth.service.Component;
import io.truenorth.service.health.Health;
import io.truenorth.service.health.HealthCheck;
import io.truenorth.service.kafka.KafkaConfig;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * CloudEvents by the Kafka binding: reads the topic of a source, on a thread of its own, in the group {@code
 * gateway-<source>}.
 *
 * <p>At least once: an offset is committed when Kafka has acknowledged what was made of the records before it, and duplicates are
 * recognized by their event ids. While Kafka is unavailable the same records are read again. What cannot become a touchpoint goes
 * to {@code touchpoints-failed}. A record arrived at its timestamp, so that an event without a time has the same time whenever it
 * is read.
 */
public final class InboundTopic implements Component {

    private static final Logger LOG = LoggerFactory.getLogger(InboundTopic.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long MILLIS_UNTIL_NEXT_TRY = 1000;

    private final String topic;
    private final ConfiguredSource<?> source;
    private final IngestPipeline pipeline;
    private final Clock clock;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread reading;
    private volatile Health health = Health.up();

    /**
     * A reader of the topic of a source.
     *
     * @param topic its name, with the prefix of a deployment if that has one
     * @param source the source
     */
    public InboundTopic(
            String topic, ConfiguredSource<?> source, IngestPipeline pipeline, KafkaConfig kafka, Clock clock) {
        this.topic = topic;
        this.source = source;
        this.pipeline = pipeline;
        this.clock = clock;
        this.consumer = new KafkaConsumer<>(
                settings(kafka, source.sender().name()), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.reading = new Thread(this::read, name());
    }

    private static Map<String, Object> settings(KafkaConfig kafka, String source) {
        return kafka.client(
                "gateway-" + source,
                Map.of(
                        "group.id",
                        "gateway-" + source,
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest",
                        "isolation.level",
                        "read_committed",
                        "allow.auto.create.topics",
                        false));
    }

    @Override
    public String name() {
        return "inbound-topic-" + source.sender().name();
    }

    /**
     * Starts reading.
     *
     * @throws IllegalStateException if the topic is not there
     */
    @Override
    public void start() {
        if (consumer.partitionsFor(topic).isEmpty()) {
            throw new IllegalStateException("expected the topic " + topic + " of the source "
                    + source.sender().name() + ", but there is none");
        }
        reading.start();
    }

    @Override
    public void stop(Duration patience) throws InterruptedException {
        stopped.countDown();
        consumer.wakeup();
        reading.join(patience.toMillis());
    }

    /** Healthy unless an unexpected exception has stopped the reading. */
    public HealthCheck liveness() {
        return HealthCheck.of(name(), () -> health);
    }

    private void read() {
        try (consumer) {
            consumer.subscribe(List.of(topic));
            while (stopped.getCount() > 0) {
                take(consumer.poll(POLL));
            }
        } catch (WakeupException | InterruptedException e) {
            LOG.info("{} is no longer read", topic);
        } catch (RuntimeException e) {
            LOG.error("{} is no longer read", topic, e);
            health = Health.down("the topic " + topic + " is no longer read: " + e.getMessage());
        }
    }

    private void take(ConsumerRecords<byte[], byte[]> records) throws InterruptedException {
        try {
            if (!records.isEmpty()) {
                pipeline.store(pipeline.translate(source, messages(records)), System.nanoTime());
                consumer.commitSync();
            }
        } catch (RejectedRequest rejected) {
            LOG.warn("{} is read again from its last commit: {}", topic, rejected.getMessage());
            rewind(records);
            stopped.await(MILLIS_UNTIL_NEXT_TRY, TimeUnit.MILLISECONDS);
        } catch (CommitFailedException | RebalanceInProgressException | TimeoutException e) {
            LOG.info("{} will be read again in part: {}", topic, e.getMessage());
        }
    }

    private void rewind(ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            consumer.seek(partition, records.records(partition).get(0).offset());
        }
    }

    private List<ReceivedMessage> messages(ConsumerRecords<byte[], byte[]> records) {
        List<ReceivedMessage> messages = new ArrayList<>();
        records.forEach(record -> messages.add(message(record)));
        return messages;
    }

    private ReceivedMessage message(ConsumerRecord<byte[], byte[]> record) {
        String body = record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8);
        return new ReceivedMessage(
                body, CloudEventReader.relevantHeaders(headers(record)), Math.min(record.timestamp(), clock.millis()));
    }

    private static Function<String, Optional<String>> headers(ConsumerRecord<byte[], byte[]> record) {
        return name -> Optional.ofNullable(record.headers().lastHeader(name))
                .map(header -> header.value())
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }
}
