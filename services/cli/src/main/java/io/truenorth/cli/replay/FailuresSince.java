package io.truenorth.cli.replay;

import io.truenorth.deployment.Deployment;
import io.truenorth.deployment.RecordsUpToNow;
import io.truenorth.schemas.FailedTouchpoint;
import io.truenorth.schemas.Topics;
import io.truenorth.standalone.terminal.StatusOutput;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Counts the records of a source that failed in the streams service since given offsets, by reason. */
public final class FailuresSince {
    private final Map<String, Long> byReason = new TreeMap<>();

    private FailuresSince() {}

    /**
     * Reads them from the topic of failed touchpoints.
     *
     * @param source the source of the records
     * @param from the first offset, by partition
     * @param ends the end offset, exclusive, by partition
     */
    public static FailuresSince of(
            Deployment deployment, String source, Map<Integer, Long> from, Map<Integer, Long> ends) {
        String topic = deployment.topics().topic(Topics.TOUCHPOINTS_FAILED).name();
        FailuresSince failed = new FailuresSince();
        try (Consumer<byte[], byte[]> consumer = deployment.bytesReader("truenorth-failed")) {
            Map<TopicPartition, Long> endOf = new HashMap<>();
            ends.forEach((partition, end) -> endOf.put(new TopicPartition(topic, partition), end));
            consumer.assign(endOf.keySet());
            endOf.keySet().forEach(partition -> consumer.seek(partition, from.getOrDefault(partition.partition(), 0L)));
            RecordsUpToNow.show(consumer, endOf, record -> failed.take(record, source));
        }
        return failed;
    }

    private void take(ConsumerRecord<byte[], byte[]> record, String source) {
        FailedTouchpoint failed = FailedTouchpoint.read(record.headers());
        if (failed.source().equals(source)) {
            byReason.merge(failed.reason(), 1L, Long::sum);
        }
    }

    /** The number of failed records. */
    public long count() {
        return byReason.values().stream().mapToLong(count -> count).sum();
    }

    /** Prints the number of failed records for each reason. */
    public void report(StatusOutput output) {
        byReason.forEach((reason, count) -> output.line(String.format(
                Locale.ROOT,
                "%,d touchpoints could not be scored: %s (they are on the topic of failed touchpoints)",
                count,
                reason.toLowerCase(Locale.ROOT).replace('_', ' '))));
    }
}
