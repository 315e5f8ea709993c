package io.truenorth.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.truenorth.embedded.StartRefusedException.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {
    private static final String TOPIC = "letters";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    @TempDir
    private Path directory;

    @Test
    void keepsItsDataAndOffsetsOverARestart() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(BrokerConfig.in(directory))) {
            createTopic(kafka);
            send(kafka, "a", "b");
            assertThat(readAndCommit(kafka, 2)).containsExactly("a", "b");
        }

        try (EmbeddedKafka kafka = EmbeddedKafka.start(BrokerConfig.in(directory))) {
            send(kafka, "c");

            assertThat(readAndCommit(kafka, 1)).containsExactly("c");
        }
    }

    @Test
    void keepsWhatItAcknowledgedWhenItsProcessIsKilled() throws Exception {
        Process other = OtherProcess.running(SendsALetter.class, directory.toString());
        OtherProcess.awaitLine(other, "sent");
        other.destroyForcibly().waitFor();

        try (EmbeddedKafka kafka = EmbeddedKafka.start(BrokerConfig.in(directory))) {
            assertThat(readAndCommit(kafka, 1)).containsExactly("a");
        }
    }

    @Test
    void showsOnlyWhatATransactionCommitted() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(BrokerConfig.in(directory))) {
            createTopic(kafka);
            try (Producer<String, String> producer = producer(kafka, Map.of("transactional.id", "t"));
                    Consumer<String, String> consumer = consumer(kafka)) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(TOPIC, "aborted")).get();
                producer.abortTransaction();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(TOPIC, "committed")).get();
                producer.sendOffsetsToTransaction(
                        Map.of(PARTITION, new OffsetAndMetadata(7)), consumer.groupMetadata());
                producer.commitTransaction();

                assertThat(read(consumer, 1)).containsExactly("committed");
                assertThat(consumer.committed(Set.of(PARTITION))).containsEntry(PARTITION, new OffsetAndMetadata(7));
            }
        }
    }

    @Test
    void oneDirectoryServesOneBroker() {
        try (EmbeddedKafka first = EmbeddedKafka.start(BrokerConfig.in(directory))) {
            assertThatThrownBy(() -> EmbeddedKafka.start(BrokerConfig.in(directory)))
                    .isInstanceOfSatisfying(
                            StartRefusedException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.DIRECTORY_IN_USE));
            assertThatThrownBy(() -> EmbeddedKafka.start(
                            BrokerConfig.in(directory.resolve("another")).withPort(first.port())))
                    .hasMessageContaining("port " + first.port() + " for the broker is in use by this process");
        }
    }

    @Test
    void aSettingThatKafkaRefusesIsAFailureToStartAndFreesTheDirectory() {
        assertThatThrownBy(() -> EmbeddedKafka.start(BrokerConfig.in(directory).with("num.io.threads", "many")))
                .hasMessageContaining("num.io.threads");

        EmbeddedKafka.start(BrokerConfig.in(directory)).close();
    }

    @Test
    void aBrokerThatLosesItsDiskTellsInsteadOfEndingTheProcess() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(BrokerConfig.in(directory))) {
            createTopic(kafka);
            List<Outage> outages = new ArrayList<>();
            kafka.failure().thenAccept(outages::add);

            // It writes there meanwhile.
            await().ignoreExceptions().until(() -> {
                Directories.delete(directory.resolve("data").resolve(TOPIC + "-0"));
                return true;
            });
            // The log of a topic that is gone cannot be deleted: the broker gives its only directory up.
            deleteTopic(kafka);

            await().atMost(Duration.ofMinutes(2)).until(() -> !outages.isEmpty());
            assertThat(outages.get(0).component()).isEqualTo("broker");
            assertThat(outages.get(0).message())
                    .contains(directory.resolve("data").toString());
        }
    }

    private static void createTopic(EmbeddedKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static void deleteTopic(EmbeddedKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.deleteTopics(List.of(TOPIC)).all().get();
        }
    }

    private static void send(EmbeddedKafka kafka, String... values) throws Exception {
        try (Producer<String, String> producer = producer(kafka, Map.of())) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(TOPIC, value)).get();
            }
        }
    }

    private static Producer<String, String> producer(EmbeddedKafka kafka, Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(more);
        config.put("bootstrap.servers", kafka.bootstrapServers());
        return new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
    }

    private static List<String> readAndCommit(EmbeddedKafka kafka, int count) {
        try (Consumer<String, String> consumer = consumer(kafka)) {
            List<String> values = read(consumer, count);
            consumer.commitSync();
            return values;
        }
    }

    private static Consumer<String, String> consumer(EmbeddedKafka kafka) {
        Consumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", kafka.bootstrapServers(),
                        "group.id", "readers",
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest",
                        "enable.auto.commit", "false"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.assign(List.of(PARTITION));
        return consumer;
    }

    private static List<String> read(Consumer<String, String> consumer, int count) {
        List<String> values = new ArrayList<>();
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            return values.size() >= count;
        });
        return values;
    }

    /** A process with a broker that acknowledged a record, until it is killed. */
    static final class SendsALetter {
        public static void main(String[] args) throws Exception {
            try (EmbeddedKafka kafka = EmbeddedKafka.start(BrokerConfig.in(Path.of(args[0])))) {
                createTopic(kafka);
                send(kafka, "a");
                System.out.println("sent");
                OtherProcess.hang();
            }
        }
    }
}
