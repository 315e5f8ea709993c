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
 * @param gateway the status of the gateway's instances
 * @param streams the status of the streams service's instances
 * @param feeds the read positions of this service
 */
record StatusSample(
        long at,
        InstanceStatuses<GatewayStatus> gateway,
        InstanceStatuses<StreamsStatus> streams,
        List<FeedState> feeds) {

    /** The number of touchpoints received by the streams service, in total. */
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
                sum(partitions, PartitionStatus::failed),
                sum(partitions, PartitionStatus::waiting),
                sum(partitions, PartitionStatus::suppressed));
    }

    /** The counters of each partition. While a partition moves, two instances may report it; the higher counter is current. */
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

    /** The number of touchpoints that the streams service has not read. */
    long unscored() {
        return streams.statuses().stream()
                .mapToLong(instance -> instance.lagRecords().orElse(0L))
                .sum();
    }

    /** The number of records that this service has not read. */
    long unread() {
        return feeds.stream().mapToLong(FeedState::lag).sum();
    }

    /** The maximum of all instances; empty while nothing is scored. */
    OptionalDouble arrivalToScoreP99Millis() {
        return streams.statuses().stream()
                .flatMap(instance -> instance.arrivalToScoreP99Millis().stream())
                .mapToDouble(millis -> millis)
                .max();
    }

    /** Whether the counters of all partitions are available. */
    boolean isComplete() {
        return !streams.isDown() && streams.missing() == 0 && !restoring();
    }

    /** Whether a partition is not assigned to any instance of the streams service. */
    boolean restoring() {
        int expected = streams.statuses().stream()
                .mapToInt(StreamsStatus::partitions)
                .max()
                .orElse(0);
        return partitions().size() < expected;
    }

    /** Whether the initial read of this service is complete. */
    boolean caughtUp() {
        return feeds.stream().allMatch(FeedState::caughtUp);
    }

    /** The oldest time of the last response of Kafka over all feeds, epoch ms. */
    long kafkaAnsweredAt() {
        return feeds.stream().mapToLong(FeedState::answeredAt).min().orElse(at);
    }
}
