package io.truenorth.benchmarks.contender;

import io.truenorth.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** One thread: processes the touchpoints of some partitions, and commits in intervals. */
final class LoopWorker implements Runnable {
    private static final Duration POLL = Duration.ofMillis(ContenderConfig.COMMIT_INTERVAL);

    private final ContenderConfig config;
    private final Ceiling ceiling;
    private final CustomerMap customers;
    private final int number;
    private final Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
    private volatile boolean stopped;

    LoopWorker(ContenderConfig config, Ceiling ceiling, CustomerMap customers, int number) {
        this.config = config;
        this.ceiling = ceiling;
        this.customers = customers;
        this.number = number;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        try (Consumer<String, byte[]> consumer = consumer()) {
            consumer.assign(partitions());
            if (ceiling.includes(Ceiling.PUBLISH)) {
                try (LoopTransactions transactions = new LoopTransactions(config, number)) {
                    process(consumer, () -> transactions.commit(customers, positions, consumer.groupMetadata()));
                }
            } else {
                warmUp(consumer);
                process(consumer, () -> commit(consumer));
            }
        }
    }

    private void process(Consumer<String, byte[]> consumer, Runnable commit) {
        long committed = System.nanoTime();
        while (!stopped) {
            take(consumer.poll(POLL));
            if (System.nanoTime() - committed >= POLL.toNanos() && !positions.isEmpty()) {
                commit.run();
                positions.clear();
                committed = System.nanoTime();
            }
        }
    }

    /** Processes the load from its beginning again and again; nothing of it is kept. */
    private void warmUp(Consumer<String, byte[]> consumer) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        long end =
                System.nanoTime() + Duration.ofSeconds(config.warmUpSeconds()).toNanos();
        while (!stopped && System.nanoTime() < end) {
            take(consumer.poll(POLL));
            customers.drainTo((customer, score, relationship) -> {});
            if (ends.entrySet().stream().allMatch(last -> consumer.position(last.getKey()) >= last.getValue())) {
                startAgain(consumer);
            }
        }
        startAgain(consumer);
    }

    private void startAgain(Consumer<String, byte[]> consumer) {
        customers.clear();
        positions.clear();
        consumer.seekToBeginning(consumer.assignment());
    }

    private void take(ConsumerRecords<String, byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<String, byte[]>> received = records.records(partition);
            received.forEach(customers::take);
            positions.put(
                    partition,
                    new OffsetAndMetadata(received.get(received.size() - 1).offset() + 1));
        }
    }

    private void commit(Consumer<String, byte[]> consumer) {
        customers.drainTo((customer, score, relationship) -> {});
        consumer.commitAsync(Map.copyOf(positions), null);
    }

    private List<TopicPartition> partitions() {
        var touchpoints = config.topics().topic(Topics.TOUCHPOINTS);
        return IntStream.range(0, touchpoints.partitions())
                .filter(partition -> partition % ContenderConfig.THREADS == number)
                .mapToObj(partition -> new TopicPartition(touchpoints.name(), partition))
                .toList();
    }

    private Consumer<String, byte[]> consumer() {
        Map<String, Object> settings = Clients.of(Clients.CONSUMER, config.bootstrapServers());
        settings.put("group.id", config.applicationId());
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
