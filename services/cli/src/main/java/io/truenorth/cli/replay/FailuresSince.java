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

/** Those records of a source that the streams service could not score since a moment, by their reasons. */
public final class FailuresSince {
    private final Map<String, Long> byReason = new TreeMap<>();

    private FailuresSince() {}

    /**
     * Reads them from the topic of failed touchpoints.
     *
     * @param source that they came from
     * @param from the offset of the first that counts, by partition
     * @param ends the offset behind the last that counts, by partition
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

    /** How many there are. */
    public long count() {
        return byReason.values().stream().mapToLong(count -> count).sum();
    }

    /** Tells how many there are of each reason. */
    public void report(StatusOutput output) {
        byReason.forEach((reason, count) -> output.line(String.format(
                Locale.ROOT,
                "%,d touchpoints could not be scored: %s (they are on the topic of failed touchpoints)",
                count,
                reason.toLowerCase(Locale.ROOT).replace('_', ' '))));
    }
}
