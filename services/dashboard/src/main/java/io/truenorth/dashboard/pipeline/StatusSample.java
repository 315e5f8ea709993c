package io.truenorth.dashboard.pipeline;

import io.truenorth.dashboard.feed.FeedState;
import java.util.List;

/**
 * What was seen at one look.
 *
 * @param at when, epoch ms
 * @param gateway what its instances told
 * @param streams what its instances told
 * @param feeds how far this service has read
 */
record StatusSample(long at, Fleet gateway, Fleet streams, List<FeedState> feeds) {
    private static final String TOUCHPOINTS = "touchpoints";

    long received() {
        return streams.countByPartition("streams_touchpoints_received");
    }

    PipelineState.Counts counts() {
        return new PipelineState.Counts(
                gateway.count("gateway_touchpoints_accepted_total"),
                gateway.count("gateway_touchpoints_refused_total"),
                received(),
                streams.countByPartition("streams_touchpoints_scored"),
                streams.countByPartition("streams_touchpoints_duplicates"),
                streams.countByPartition("streams_touchpoints_failed"));
    }

    /** Touchpoints that the streams service has not read, by its consumers. */
    long unscored() {
        return streams.count("kafka_consumer_fetch_manager_records_lag", TOUCHPOINTS + "\"");
    }

    long unread() {
        return feeds.stream().mapToLong(FeedState::lag).sum();
    }

    /** Whether every partition of the streams service was counted. */
    boolean isWhole() {
        return !streams.isAway() && streams.missing() == 0 && !restoring();
    }

    boolean restoring() {
        return streams.hasPartitionWithout("streams_touchpoints_received");
    }

    boolean caughtUp() {
        return feeds.stream().allMatch(FeedState::caughtUp);
    }

    /** When Kafka last answered the feed that it has not answered for longest. */
    long kafkaAnsweredAt() {
        return feeds.stream().mapToLong(FeedState::answeredAt).min().orElse(at);
    }
}
