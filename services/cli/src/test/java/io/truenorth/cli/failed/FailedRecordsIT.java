package io.truenorth.cli.failed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.embedded.EmbeddedPlatform;
import io.truenorth.endtoend.EmbeddedDeployment;
import io.truenorth.schemas.FailedId;
import io.truenorth.schemas.FailedTouchpoint;
import io.truenorth.schemas.FailureReason;
import io.truenorth.schemas.Topics;
import io.truenorth.testsupport.EmbeddedPlatformExtension;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Records that are named, on a real topic: two transactions of three and two records, with their ends at 3 and 6. */
@ExtendWith(EmbeddedPlatformExtension.class)
class FailedRecordsIT {
    private static final String FAILED = Topics.TOUCHPOINTS_FAILED.name();

    @Test
    void aRecordThatIsNamedIsFoundUntilItsTimeIsOver(EmbeddedPlatform platform) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()))) {
            admin.createTopics(List.of(topic(FAILED), topic(Topics.FAILED_RESOLVED.name())))
                    .all()
                    .get();
            write(platform, 3, 2);
            FailedRecords records = new FailedRecords(EmbeddedDeployment.of(platform, "failed-group"));

            assertThat(shown(records, "0-5", "0-0", "0-4")).containsExactly("0-0 a", "0-4 a", "0-5 b");
            assertThatThrownBy(() -> shown(records, "0-0", "0-3"))
                    .hasMessageStartingWith("there is no failed record 0-3");
            assertThatThrownBy(() -> shown(records, "0-7")).hasMessageStartingWith("there is no failed record 0-7");

            admin.deleteRecords(Map.of(new TopicPartition(FAILED, 0), RecordsToDelete.beforeOffset(2)))
                    .all()
                    .get();

            assertThat(shown(records, "0-2")).containsExactly("0-2 c");
            assertThatThrownBy(() -> shown(records, "0-2", "0-1"))
                    .isInstanceOf(MissingRecordException.class)
                    .hasMessageStartingWith("the failed record 0-1 is deleted")
                    .hasMessageEndingWith("partition 0 now starts at offset 2");
        }
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, 1, (short) 1);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the end of the transaction waits for all
    private static void write(EmbeddedPlatform platform, int... transactions) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", platform.bootstrapServers(), "transactional.id", "failed-writer"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.initTransactions();
            for (int records : transactions) {
                producer.beginTransaction();
                for (int i = 0; i < records; i++) {
                    producer.send(failed(Character.toString('a' + i)));
                }
                producer.commitTransaction();
            }
        }
    }

    private static ProducerRecord<String, String> failed(String value) {
        ProducerRecord<String, String> record = new ProducerRecord<>(FAILED, value);
        FailedTouchpoint.atGateway(FailureReason.UNMAPPED, "", "no rule takes this", "desk", 0)
                .addTo(record.headers());
        return record;
    }

    private static List<String> shown(FailedRecords records, String... names) {
        Set<FailedId> ids = Set.copyOf(List.of(names).stream()
                .map(name -> FailedId.parse(name).orElseThrow())
                .toList());
        List<String> shown = new ArrayList<>();
        records.show(
                new FailedFilter(ids, Set.of(), Set.of(), Optional.empty(), Optional.empty(), true),
                record -> shown.add(record.id() + " " + new String(record.value(), StandardCharsets.UTF_8)));
        return shown;
    }
}
