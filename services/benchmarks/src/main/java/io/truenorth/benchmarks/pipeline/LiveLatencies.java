package io.truenorth.benchmarks.pipeline;

import io.truenorth.benchmarks.contender.Clients;
import io.truenorth.benchmarks.harness.Latencies;
import io.truenorth.benchmarks.harness.Platform;
import io.truenorth.benchmarks.harness.Stopwatch;
import io.truenorth.benchmarks.load.Workload;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordReader;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The time from each live touchpoint to the first committed score that includes it, on its own thread. A score tells the
 * number of touches in it, and the touchpoints of a customer keep their order.
 */
final class LiveLatencies implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ToIntFunction<String> touchesBefore;
    private final RecordReader<RelationshipScore> reader;
    private final Consumer<String, byte[]> consumer;
    private final Thread thread = new Thread(this::read, "live-latencies");
    private final Map<String, Waiting> waiting = new HashMap<>();
    private Latencies latencies = new Latencies();
    private long missing;
    private long scores;
    private volatile boolean closed;

    /** The touchpoints of a customer that are in no score yet. */
    private static final class Waiting {
        private final Deque<Long> since = new ArrayDeque<>();
        private long scored;

        private Waiting(long scored) {
            this.scored = scored;
        }
    }

    /**
     * Starts reading at the end of the topic of scores.
     *
     * @param touchesBefore the number of a customer's touches so far
     */
    LiveLatencies(Platform platform, Workload load, ToIntFunction<String> touchesBefore) {
        this.touchesBefore = touchesBefore;
        Topic<String, RelationshipScore> topic = load.topics().topic(Topics.RELATIONSHIP_SCORES);
        reader = platform.serdes().reader(topic);
        Map<String, Object> config = Clients.of(Clients.CONSUMER, platform.bootstrapServers());
        config.put("isolation.level", "read_committed");
        consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList());
        consumer.seekToEnd(consumer.assignment());
        // Seeking takes effect when the position is needed.
        consumer.assignment().forEach(consumer::position);
        thread.setDaemon(true);
        thread.start();
    }

    /** Expects a touchpoint of a customer, due at a time of {@link System#nanoTime()}. */
    synchronized void expect(String customer, long since) {
        waiting.computeIfAbsent(customer, first -> new Waiting(touchesBefore.applyAsInt(customer)))
                .since
                .add(since);
        missing++;
    }

    /** Waits until all expected touchpoints are scored, and returns the times since the last call. */
    Latencies drain() throws InterruptedException {
        Stopwatch waited = Stopwatch.start();
        while (missing() > 0 && waited.elapsed().compareTo(PATIENCE) < 0) {
            Thread.sleep(POLL.toMillis());
        }
        synchronized (this) {
            Latencies drained = latencies;
            latencies = new Latencies();
            for (long i = 0; i < missing; i++) {
                drained.took(PATIENCE.toNanos());
            }
            return drained;
        }
    }

    /** Returns the number of expected touchpoints in no score yet. */
    synchronized long missing() {
        return missing;
    }

    /** Returns the number of scores read. */
    synchronized long scores() {
        return scores;
    }

    private void read() {
        while (!closed) {
            consumer.poll(POLL).forEach(record -> scored(record.key(), reader.read(record.value()), System.nanoTime()));
        }
        consumer.close();
    }

    private synchronized void scored(String customer, RelationshipScore score, long now) {
        scores++;
        Waiting touches = waiting.get(customer);
        if (touches == null) {
            return;
        }
        long included = score.getInboundTouches() + score.getOutboundTouches();
        while (touches.scored < included && !touches.since.isEmpty()) {
            latencies.took(now - touches.since.remove());
            touches.scored++;
            missing--;
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
