package io.truenorth.local.replay;

import io.truenorth.local.deployment.Deployment;
import io.truenorth.local.histories.Notes;
import io.truenorth.schemas.FailedTouchpoint;
import io.truenorth.schemas.Topics;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Those records of a source that the streams service could not score since a moment, by their reasons. */
public final class FailedRecords {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Map<String, Long> byReason = new TreeMap<>();

    private FailedRecords() {}

    /**
     * Reads them from the topic of failed touchpoints.
     *
     * @param source that they came from
     * @param from the offset of the first that counts, by partition
     * @param ends the offset behind the last that counts, by partition
     */
    public static FailedRecords of(
            Deployment deployment, String source, Map<Integer, Long> from, Map<Integer, Long> ends) {
        String topic = deployment.topics().topic(Topics.TOUCHPOINTS_FAILED).name();
        FailedRecords failed = new FailedRecords();
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                deployment.reader("truenorth-failed"), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(ends.keySet().stream()
                    .map(partition -> new TopicPartition(topic, partition))
                    .toList());
            ends.keySet()
                    .forEach(partition ->
                            consumer.seek(new TopicPartition(topic, partition), from.getOrDefault(partition, 0L)));
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(new TopicPartition(topic, end.getKey())) < end.getValue())) {
                consumer.poll(PAUSE).forEach(record -> failed.take(record, source));
            }
        }
        return failed;
    }

    private void take(ConsumerRecord<byte[], byte[]> record, String source) {
        FailedTouchpoint failed = FailedTouchpoint.read(record.headers());
        if (failed.source().equals(source)) {
            byReason.merge(failed.reason(), 1L, Long::sum);
        }
    }

    /** How many there are. */
    public long count() {
        return byReason.values().stream().mapToLong(count -> count).sum();
    }

    /** Tells how many there are of each reason. */
    public void tell(Notes notes) {
        byReason.forEach((reason, count) -> notes.line(String.format(
                Locale.ROOT,
                "%,d touchpoints could not be scored: %s (they are on the topic of failed touchpoints)",
                count,
                reason.toLowerCase(Locale.ROOT).replace('_', ' '))));
    }
}
