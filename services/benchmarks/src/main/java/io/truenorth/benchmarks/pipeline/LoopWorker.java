package io.truenorth.benchmarks.pipeline;

import io.truenorth.benchmarks.harness.Platform;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordReader;
import io.truenorth.schemas.serde.RecordSerdes;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Folds the touchpoints of some partitions; scores each customer who changed once a commit, in one transaction with the offsets. */
final class LoopWorker implements Runnable {
    private static final Duration POLL = Duration.ofMillis(ContenderConfig.COMMIT_INTERVAL);

    private final ContenderConfig config;
    private final RecordSerdes serdes;
    private final int number;
    private final Topic<String, Touchpoint> touchpoints = Platform.TOPICS.topic(Topics.TOUCHPOINTS);
    private final Topic<String, RelationshipScore> scores = Platform.TOPICS.topic(Topics.RELATIONSHIP_SCORES);
    private final RecordReader<Touchpoint> reader;
    private final Scores scoring = new Scores();
    private final Map<String, Relationship> relationships = new HashMap<>();
    private final Map<String, Relationship> changed = new LinkedHashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
    private Touchpoint reused = new Touchpoint();
    private volatile boolean stopped;

    LoopWorker(ContenderConfig config, RecordSerdes serdes, int number) {
        this.config = config;
        this.serdes = serdes;
        this.number = number;
        this.reader = serdes.reader(touchpoints);
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        try (Consumer<String, byte[]> consumer = consumer();
                Producer<String, RelationshipScore> producer = producer()) {
            consumer.assign(partitions());
            producer.initTransactions();
            long committed = System.nanoTime();
            while (!stopped) {
                consumer.poll(POLL).forEach(this::fold);
                if (System.nanoTime() - committed >= POLL.toNanos() && !positions.isEmpty()) {
                    commit(consumer, producer);
                    committed = System.nanoTime();
                }
            }
        }
    }

    private void fold(ConsumerRecord<String, byte[]> record) {
        reused = reader.read(record.value(), reused);
        Relationship relationship = relationships.computeIfAbsent(record.key(), customer -> new Relationship());
        relationship.fold(reused);
        changed.put(record.key(), relationship);
        positions.put(
                new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the commit waits for all and throws what went wrong
    private void commit(Consumer<?, ?> consumer, Producer<String, RelationshipScore> producer) {
        producer.beginTransaction();
        changed.forEach((customer, relationship) -> producer.send(new ProducerRecord<>(
                scores.name(), customer, scoring.score(customer, relationship, System.currentTimeMillis()))));
        producer.sendOffsetsToTransaction(positions, consumer.groupMetadata());
        producer.commitTransaction();
        changed.clear();
        positions.clear();
    }

    private List<TopicPartition> partitions() {
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

    private Producer<String, RelationshipScore> producer() {
        Map<String, Object> settings = Clients.of(Clients.PRODUCER, config.bootstrapServers());
        settings.put("transactional.id", config.applicationId() + "-" + number);
        return new KafkaProducer<>(
                settings, new StringSerializer(), serdes.value(scores).serializer());
    }
}
