package io.truenorth.dashboard.feed;

import io.truenorth.schemas.Topic;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.service.Component;
import io.truenorth.service.health.Health;
import io.truenorth.service.health.HealthCheck;
import io.truenorth.service.kafka.KafkaConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all of a topic from its beginning, then what comes, and shows each committed record. It belongs to no group: every
 * instance of the service reads everything. While Kafka does not answer it waits, and then resumes.
 */
public final class TopicFeed<V> implements Component {
    private static final Logger LOG = LoggerFactory.getLogger(TopicFeed.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** How often the end offsets are asked for, which also shows that Kafka answers. */
    private static final long LOOK_EVERY_MILLIS = 2_000;

    private final Topic<String, V> topic;
    private final KafkaConsumer<String, V> consumer;
    private final Receiver<V> receiver;
    private final Clock clock;
    private final Thread reading;
    private final Map<TopicPartition, Long> goals = new HashMap<>();
    private volatile Consumer<Throwable> onFailure = failure -> {};
    private volatile boolean stopping;
    private volatile boolean caughtUp;
    private volatile long lag;
    private volatile long answeredAt;
    private long lookedAt;

    /** A feed; nothing is asked before its start. */
    public TopicFeed(
            Topic<String, V> topic, KafkaConfig kafka, RecordSerdes serdes, Receiver<V> receiver, Clock clock) {
        this.topic = topic;
        this.receiver = receiver;
        this.clock = clock;
        this.consumer = new KafkaConsumer<>(
                kafka.client(
                        "dashboard-" + topic.name(),
                        Map.of(
                                "isolation.level", "read_committed",
                                "auto.offset.reset", "earliest",
                                "enable.auto.commit", "false",
                                "allow.auto.create.topics", "false")),
                new StringDeserializer(),
                serdes.value(topic).deserializer());
        this.reading = new Thread(this::read, "feed-" + topic.name());
    }

    /** Sets the listener of a fatal failure, as a record that cannot be read. */
    public void onFailure(Consumer<Throwable> listener) {
        onFailure = listener;
    }

    /** Its consumer, for its meters. */
    public KafkaConsumer<?, ?> consumer() {
        return consumer;
    }

    @Override
    public String name() {
        return "feed-" + topic.name();
    }

    /** Begins; what was there at the start is read in the background, and {@link #readiness} says when that is done. */
    @Override
    public void start() {
        reading.setDaemon(true);
        reading.start();
    }

    @Override
    public void stop(Duration timeout) throws InterruptedException {
        stopping = true;
        consumer.wakeup();
        reading.join(timeout.toMillis());
    }

    /** How far it is. */
    public FeedState state() {
        return new FeedState(topic.name(), caughtUp, lag, answeredAt);
    }

    /** Well once everything is read that was there at the start. */
    public HealthCheck readiness() {
        return HealthCheck.of(
                name(),
                () -> caughtUp ? Health.up() : Health.down(topic.name() + " is being read: " + lag + " records to go"));
    }

    private void read() {
        try (consumer) {
            begin();
            while (!stopping) {
                consumer.poll(POLL).forEach(this::show);
                poll();
            }
        } catch (WakeupException stopped) {
            LOG.debug("{} stopped", name());
        } catch (KafkaException e) {
            onFailure.accept(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin() throws InterruptedException {
        while (!stopping) {
            try {
                List<TopicPartition> partitions = new ArrayList<>();
                consumer.partitionsFor(topic.name(), ANSWER)
                        .forEach(info -> partitions.add(new TopicPartition(topic.name(), info.partition())));
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                goals.putAll(consumer.endOffsets(partitions, ANSWER));
                return;
            } catch (TimeoutException e) {
                LOG.warn("{}: Kafka does not answer, retrying", name());
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
        }
    }

    private void show(ConsumerRecord<String, V> record) {
        receiver.accept(record.key(), record.value(), record.timestamp());
    }

    private void poll() {
        long now = clock.millis();
        if (caughtUp && now - lookedAt < LOOK_EVERY_MILLIS) {
            return;
        }
        lookedAt = now;
        try {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), ANSWER);
            answeredAt = clock.millis();
            lag = behind(ends);
            caughtUp = caughtUp || behind(goals) == 0;
        } catch (TimeoutException e) {
            LOG.debug("{}: Kafka does not answer", name());
        }
    }

    /** Positions move over the marks of transactions too, so that a topic that is read to its end is 0 behind. */
    private long behind(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey(), ANSWER)))
                .sum();
    }

    /** Receives the records. */
    @FunctionalInterface
    public interface Receiver<V> {
        /** A record and its time, epoch ms; without a value it deletes. */
        void accept(String key, @Nullable V value, long at);
    }
}
