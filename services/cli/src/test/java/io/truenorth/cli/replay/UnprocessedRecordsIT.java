package io.truenorth.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.embedded.EmbeddedPlatform;
import io.truenorth.endtoend.EmbeddedDeployment;
import io.truenorth.testsupport.EmbeddedPlatformExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedPlatformExtension.class)
class UnprocessedRecordsIT {
    private static final String GROUP = "unprocessed-group";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String TOPIC = "unprocessed";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    @Test
    void theEndsOfTransactionsAreNoRecords(EmbeddedPlatform platform) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()));
                UnprocessedRecords unprocessed = new UnprocessedRecords(EmbeddedDeployment.of(platform, GROUP))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
            assertThat(unprocessed.anyBefore(TOPIC, unprocessed.ends(TOPIC))).isFalse();

            try (KafkaProducer<String, String> producer = producer(platform)) {
                producer.initTransactions();
                write(producer, 3);
                producer.commitTransaction();
                await("three records and the end of their transaction")
                        .atMost(PATIENCE)
                        .until(() -> unprocessed.ends(TOPIC).equals(Map.of(0, 4L)));
                Map<Integer, Long> ends = unprocessed.ends(TOPIC);
                assertThat(unprocessed.anyBefore(TOPIC, ends))
                        .as("nothing committed")
                        .isTrue();

                commit(admin, 2);
                assertThat(unprocessed.anyBefore(TOPIC, ends)).as("one left").isTrue();
                assertThat(unprocessed.before(TOPIC, Map.of(0, 3L))).isEqualTo(1);

                commit(admin, 3);
                assertThat(unprocessed.anyBefore(TOPIC, ends))
                        .as("only the end is left")
                        .isFalse();
                assertThat(unprocessed.before(TOPIC, Map.of(0, 3L))).isZero();

                write(producer, 5);
                producer.abortTransaction();
                assertThat(unprocessed.anyBefore(TOPIC, unprocessed.ends(TOPIC)))
                        .as("taken back")
                        .isFalse();

                write(producer, 1);
                producer.commitTransaction();
                assertThat(unprocessed.anyBefore(TOPIC, ends))
                        .as("later than what counts")
                        .isFalse();
                assertThat(unprocessed.anyBefore(TOPIC, unprocessed.ends(TOPIC)))
                        .isTrue();
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the end of the transaction waits for all
    private static void write(KafkaProducer<String, String> producer, int records) {
        producer.beginTransaction();
        for (int i = 0; i < records; i++) {
            producer.send(new ProducerRecord<>(TOPIC, "key", "value"));
        }
    }

    private static void commit(Admin admin, long offset) throws Exception {
        admin.alterConsumerGroupOffsets(GROUP, Map.of(PARTITION, new OffsetAndMetadata(offset)))
                .all()
                .get();
    }

    private static KafkaProducer<String, String> producer(EmbeddedPlatform platform) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", platform.bootstrapServers(), "transactional.id", "unprocessed-writer"),
                new StringSerializer(),
                new StringSerializer());
    }
}
