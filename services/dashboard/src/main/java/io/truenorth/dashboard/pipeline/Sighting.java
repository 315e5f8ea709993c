package io.truenorth.dashboard.pipeline;

import io.truenorth.dashboard.feed.FeedState;
import java.util.List;
import java.util.Optional;

/**
 * What was seen at one look.
 *
 * @param at when, epoch ms
 * @param gateway its meters; nothing if it did not answer
 * @param streams its meters; nothing if it did not answer
 * @param feeds how far this service has read
 */
record Sighting(long at, Optional<Meters> gateway, Optional<Meters> streams, List<FeedState> feeds) {
    private static final String TOUCHPOINTS = "touchpoints";

    long received() {
        return count(streams, "streams_touchpoints_received");
    }

    PipelineState.Counts counts() {
        return new PipelineState.Counts(
                count(gateway, "gateway_touchpoints_accepted_total"),
                count(gateway, "gateway_touchpoints_refused_total"),
                received(),
                count(streams, "streams_touchpoints_scored"),
                count(streams, "streams_touchpoints_duplicates"),
                count(streams, "streams_touchpoints_failed"));
    }

    /** Touchpoints that the streams service has not read, by its consumers. */
    long unscored() {
        return streams.map(meters ->
                        Math.round(meters.sum("kafka_consumer_fetch_manager_records_lag", TOUCHPOINTS + "\"")))
                .orElse(0L);
    }

    long unread() {
        return feeds.stream().mapToLong(FeedState::lag).sum();
    }

    boolean restoring() {
        return streams.map(meters -> meters.isPartlyUnknown("streams_touchpoints_received"))
                .orElse(false);
    }

    boolean caughtUp() {
        return feeds.stream().allMatch(FeedState::caughtUp);
    }

    /** When Kafka last answered the feed that it has not answered for longest. */
    long kafkaAnsweredAt() {
        return feeds.stream().mapToLong(FeedState::answeredAt).min().orElse(at);
    }

    private static long count(Optional<Meters> meters, String name) {
        return meters.map(known -> Math.round(known.sum(name))).orElse(0L);
    }
}
