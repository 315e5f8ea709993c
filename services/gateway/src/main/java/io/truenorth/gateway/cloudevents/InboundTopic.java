package io.truenorth.gateway.cloudevents;

import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.gateway.ingest.IngestResult;
import io.truenorth.gateway.ingest.IngestPipeline;
import io.truenorth.gateway.ingest.ConfiguredSource;
import io.truenorth.service.Component;
import io.truenorth.service.health.Health;
import io.truenorth.service.health.HealthCheck;
import io.truenorth.service.kafka.KafkaConfig;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
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
 * <p>At least once: an offset is committed when Kafka has acknowledged what was made of the records before it, and what comes twice
 * is one touch by its event id. While Kafka does not take touchpoints, the same records are read again. What cannot become a
 * touchpoint goes to {@code touchpoints-failed}. A record arrived when its topic says that it did, so that an event without a time
 * has the same one whenever it is read.
 */
public final class InboundTopic implements Component {

    private static final Logger LOG = LoggerFactory.getLogger(InboundTopic.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long MILLIS_UNTIL_NEXT_TRY = 1000;

    private final String topic;
    private final ConfiguredSource source;
    private final IngestPipeline intake;
    private final Clock clock;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread reading;
    private volatile Health health = Health.up();

    /**
     * A reader of the topic of a source.
     *
     * @param topic its name, with the prefix of a deployment if that has one
     * @param source who sends, and what that means
     */
    public InboundTopic(String topic, ConfiguredSource source, IngestPipeline intake, KafkaConfig kafka, Clock clock) {
        this.topic = topic;
        this.source = source;
        this.intake = intake;
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
     * Begins to read.
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

    /** Well unless something that nobody expected has ended the reading. */
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
            LOG.info("{} is read no more", topic);
        } catch (RuntimeException e) {
            LOG.error("{} is read no more", topic, e);
            health = Health.down("the topic " + topic + " is read no more: " + e.getMessage());
        }
    }

    private void take(ConsumerRecords<byte[], byte[]> records) throws InterruptedException {
        try {
            if (!records.isEmpty()) {
                intake.keep(harvest(records), System.nanoTime());
                consumer.commitSync();
            }
        } catch (RejectedRequest rejection) {
            LOG.warn("{} is read again from its last commit: {}", topic, rejection.getMessage());
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

    private IngestResult harvest(ConsumerRecords<byte[], byte[]> records) {
        IngestResult harvest = intake.harvest(source.sender(), clock.millis());
        records.forEach(record -> translate(record, harvest));
        return harvest;
    }

    private void translate(ConsumerRecord<byte[], byte[]> record, IngestResult harvest) {
        Map<String, String> meant = CloudEventReader.meant(headers(record));
        String body = record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8);
        harvest.from(body, meant, Math.min(record.timestamp(), clock.millis()));
        source.translation().translate(body, name -> Optional.ofNullable(meant.get(name)), harvest);
    }

    private static Function<String, Optional<String>> headers(ConsumerRecord<byte[], byte[]> record) {
        return name -> Optional.ofNullable(record.headers().lastHeader(name))
                .map(header -> header.value())
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }
}
