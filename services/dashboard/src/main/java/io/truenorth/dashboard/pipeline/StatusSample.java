package io.truenorth.dashboard.pipeline;

import io.truenorth.dashboard.feed.FeedState;
import io.truenorth.query.GatewayStatus;
import io.truenorth.query.StreamsStatus;
import io.truenorth.query.StreamsStatus.PartitionStatus;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BinaryOperator;
import java.util.function.ToLongFunction;

/**
 * The status of all services at one moment.
 *
 * @param at when it was polled, epoch ms
 * @param gateway of its instances
 * @param streams of its instances
 * @param feeds how far this service has read
 */
record StatusSample(
        long at,
        InstanceStatuses<GatewayStatus> gateway,
        InstanceStatuses<StreamsStatus> streams,
        List<FeedState> feeds) {

    /** Touchpoints that the streams service received, ever. */
    long received() {
        return sum(partitions(), PartitionStatus::received);
    }

    PipelineState.Counts counts() {
        Collection<PartitionStatus> partitions = partitions();
        return new PipelineState.Counts(
                sum(gateway.statuses(), GatewayStatus::accepted),
                sum(gateway.statuses(), GatewayStatus::refused),
                sum(partitions, PartitionStatus::received),
                sum(partitions, PartitionStatus::scored),
                sum(partitions, PartitionStatus::duplicates),
                sum(partitions, PartitionStatus::failed));
    }

    /** Each partition once: while it moves two instances may report it, of which the one that received more is ahead. */
    private Collection<PartitionStatus> partitions() {
        Map<Integer, PartitionStatus> partitions = new HashMap<>();
        for (StreamsStatus instance : streams.statuses()) {
            instance.counters()
                    .forEach(partition -> partitions.merge(
                            partition.partition(),
                            partition,
                            BinaryOperator.maxBy(Comparator.comparingLong(PartitionStatus::received))));
        }
        return partitions.values();
    }

    private static <T> long sum(Collection<T> all, ToLongFunction<T> count) {
        return all.stream().mapToLong(count).sum();
    }

    /** Touchpoints that the streams service has not read. */
    long unscored() {
        return streams.statuses().stream()
                .mapToLong(instance -> instance.lagRecords().orElse(0L))
                .sum();
    }

    /** Records that this service has not read. */
    long unread() {
        return feeds.stream().mapToLong(FeedState::lag).sum();
    }

    /** The greatest of all instances; empty while nothing is scored. */
    OptionalDouble arrivalToScoreP99Millis() {
        return streams.statuses().stream()
                .flatMap(instance -> instance.arrivalToScoreP99Millis().stream())
                .mapToDouble(millis -> millis)
                .max();
    }

    /** Whether every partition of the streams service was counted. */
    boolean isComplete() {
        return !streams.isDown() && streams.missing() == 0 && !restoring();
    }

    /** Whether no instance of the streams service has some partition. */
    boolean restoring() {
        int expected = streams.statuses().stream()
                .mapToInt(StreamsStatus::partitions)
                .max()
                .orElse(0);
        return partitions().size() < expected;
    }

    /** Whether this service has read everything that was there at its start. */
    boolean caughtUp() {
        return feeds.stream().allMatch(FeedState::caughtUp);
    }

    /** When Kafka last answered the feed that has waited longest, epoch ms. */
    long kafkaAnsweredAt() {
        return feeds.stream().mapToLong(FeedState::answeredAt).min().orElse(at);
    }
}
