package io.truenorth.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class RecordsUpToNowTest {
    /** Two polls are longer than a stall that is waited for. */
    private static final Duration POLL = Duration.ofSeconds(40);

    private static final TopicPartition FIRST = new TopicPartition("touchpoints", 0);
    private static final TopicPartition SECOND = new TopicPartition("touchpoints", 1);
    private static final Node BROKER = new Node(1, "localhost", 9092);

    private final List<String> read = new ArrayList<>();
    private long nanos;

    /** Two partitions, of which the second one has no leader. */
    private final class WithoutLeader extends MockConsumer<String, String> {
        private final boolean knowsEnds;

        WithoutLeader(boolean knowsEnds) {
            super("earliest");
            this.knowsEnds = knowsEnds;
            assign(List.of(FIRST, SECOND));
            updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
            updateEndOffsets(Map.of(FIRST, 2L, SECOND, 1L));
            updatePartitions(
                    "touchpoints",
                    List.of(
                            new PartitionInfo("touchpoints", 0, BROKER, new Node[0], new Node[0]),
                            new PartitionInfo("touchpoints", 1, null, new Node[0], new Node[0])));
        }

        @Override
        public synchronized ConsumerRecords<String, String> poll(Duration timeout) {
            nanos += POLL.toNanos();
            return super.poll(timeout);
        }

        @Override
        public synchronized Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions) {
            if (!knowsEnds) {
                throw new TimeoutException("no leader");
            }
            return super.endOffsets(partitions);
        }
    }

    private static ConsumerRecord<String, String> record(TopicPartition partition, long offset) {
        return new ConsumerRecord<>(partition.topic(), partition.partition(), offset, "key", "value");
    }

    private void note(ConsumerRecord<String, String> record) {
        read.add(record.partition() + "-" + record.offset());
    }

    @Test
    void aPartitionOfWhichNothingComesEndsTheReadingByItsName() {
        try (MockConsumer<String, String> consumer = new WithoutLeader(true)) {
            consumer.schedulePollTask(() -> {
                consumer.addRecord(record(FIRST, 0));
                consumer.addRecord(record(FIRST, 1));
            });

            assertThatThrownBy(
                            () -> RecordsUpToNow.show(consumer, Map.of(FIRST, 2L, SECOND, 1L), this::note, () -> nanos))
                    .isInstanceOf(UnreadablePartitionException.class)
                    .hasMessageStartingWith("touchpoints-1 cannot be read");
            assertThat(read).containsExactly("0-0", "0-1");
        }
    }

    @Test
    void aSlowPartitionIsWaitedForAsLongAsSomethingComes() {
        try (MockConsumer<String, String> consumer = new WithoutLeader(true)) {
            for (long offset = 0; offset < 4; offset++) {
                long next = offset;
                consumer.schedulePollTask(() -> consumer.addRecord(record(FIRST, next)));
            }

            RecordsUpToNow.show(consumer, Map.of(FIRST, 4L), this::note, () -> nanos);

            assertThat(read).containsExactly("0-0", "0-1", "0-2", "0-3");
        }
    }

    @Test
    void aPartitionWhoseEndIsNotKnownIsNamedIfItHasNoLeader() {
        try (MockConsumer<String, String> consumer = new WithoutLeader(false)) {
            assertThatThrownBy(() -> RecordsUpToNow.showAll(consumer, List.of(FIRST, SECOND), this::note))
                    .isInstanceOf(UnreadablePartitionException.class)
                    .hasMessageStartingWith("touchpoints-1 cannot be read");
            assertThatThrownBy(() -> RecordsUpToNow.showAll(consumer, List.of(FIRST), this::note))
                    .as("Kafka does not respond")
                    .isInstanceOf(TimeoutException.class);
        }
    }
}
