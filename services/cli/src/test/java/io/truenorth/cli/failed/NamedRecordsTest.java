package io.truenorth.cli.failed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.schemas.FailedId;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Partition 0 holds the records 40 to 44 but 42, where a transaction ended; partition 1 holds the record 7. */
class NamedRecordsTest {
    private static final String TOPIC = "touchpoints-failed";

    private final FailedTopicOnly consumer = new FailedTopicOnly(Map.of(0, List.of(40, 41, 43, 44), 1, List.of(7)));
    private final NamedRecords records = new NamedRecords(consumer, TOPIC);

    @Test
    void thoseThatAreNamedAreFoundInTheirOrder() {
        assertThat(records.find(ids("1-7", "0-44", "0-41")))
                .extracting(record -> record.partition() + "-" + record.offset() + " " + text(record.value()))
                .containsExactly("0-41 failed 41", "0-44 failed 44", "1-7 failed 7");
    }

    @Test
    void readingBeginsWhereEachOfThemStands() {
        records.find(ids("0-41", "0-44", "1-7"));

        assertThat(consumer.sought).containsExactlyInAnyOrderEntriesOf(Map.of("0-41", 1, "0-44", 1, "1-7", 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0-39 | the failed record 0-39 is deleted, as the retention time has passed: partition 0 now starts at offset 40
            0-42 | there is no failed record 0-42; see truenorth failed list
            0-45 | there is no failed record 0-45; see truenorth failed list
            2-0  | there is no failed record 2-0; see truenorth failed list
            """)
    void whatIsNotThereIsNamed(String id, String message) {
        assertThatThrownBy(() -> records.find(ids("0-41", id)))
                .isInstanceOf(MissingRecordException.class)
                .hasMessage(message);
    }

    private static Set<FailedId> ids(String... names) {
        return Set.copyOf(List.of(names).stream()
                .map(name -> FailedId.parse(name).orElseThrow())
                .toList());
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }

    /** A topic in memory; where it was read from is remembered. */
    private static final class FailedTopicOnly extends MockConsumer<byte[], byte[]> {
        private final Map<Integer, List<Integer>> offsets;
        private final Map<String, Integer> sought = new TreeMap<>();

        FailedTopicOnly(Map<Integer, List<Integer>> offsets) {
            super("latest");
            this.offsets = offsets;
            Node broker = new Node(0, "localhost", 9092);
            updatePartitions(
                    TOPIC,
                    offsets.keySet().stream()
                            .map(partition -> new PartitionInfo(TOPIC, partition, broker, null, null))
                            .toList());
            offsets.forEach((partition, all) -> {
                TopicPartition place = new TopicPartition(TOPIC, partition);
                updateBeginningOffsets(Map.of(place, (long) all.get(0)));
                updateEndOffsets(Map.of(place, all.get(all.size() - 1) + 1L));
            });
        }

        @Override
        public synchronized void assign(Collection<TopicPartition> partitions) {
            super.assign(partitions);
            partitions.forEach(partition -> offsets.get(partition.partition())
                    .forEach(offset -> addRecord(new ConsumerRecord<>(
                            TOPIC,
                            partition.partition(),
                            offset,
                            new byte[0],
                            ("failed " + offset).getBytes(StandardCharsets.UTF_8)))));
        }

        @Override
        public synchronized void seek(TopicPartition partition, long offset) {
            super.seek(partition, offset);
            sought.merge(partition.partition() + "-" + offset, 1, Integer::sum);
        }
    }
}
