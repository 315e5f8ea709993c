package io.truenorth.dashboard.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.dashboard.feed.FeedState;
import io.truenorth.dashboard.pipeline.PipelineState.Level;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusRulesTest {
    private static final long NOW = 1_772_366_400_000L;
    private static final String STREAMS = """
            # HELP streams_touchpoints_received what came
            streams_touchpoints_received{partition="0",service="streams"} 900.0
            streams_touchpoints_received{partition="1",service="streams"} 100.0
            streams_touchpoints_scored{partition="0",service="streams"} 990.0
            streams_touchpoints_failed{partition="0",reason="null_key",service="streams"} 10.0
            streams_arrival_to_score_seconds{service="streams",quantile="0.99"} 0.21
            kafka_consumer_fetch_manager_records_lag{topic="touchpoints",partition="0"} 40.0
            kafka_consumer_fetch_manager_records_lag{topic="eu-other",partition="0"} 7000.0
            """;

    /** Of an instance that does not answer. */
    private static final String AWAY = "";

    @Test
    void allIsWell() {
        PipelineState state = StatusRules.of(sample(List.of(STREAMS), NOW, true), 20, Optional.empty());

        assertThat(state.level()).isEqualTo(Level.OK);
        assertThat(state.why()).isEmpty();
        assertThat(state.counts().received()).isEqualTo(1_000);
        assertThat(state.counts().failed()).isEqualTo(10);
        assertThat(state.lagRecords()).isEqualTo(40);
        assertThat(state.lagSeconds()).isEqualTo(2);
        assertThat(state.touchToScoreP99Millis()).hasValue(210);
        assertThat(state.staleSince()).isEmpty();
    }

    @Test
    void withoutTheStreamsServiceThePictureIsStaleSinceItsLastAnswer() {
        PipelineState state = StatusRules.of(sample(List.of(AWAY), NOW, true), 0, Optional.of(NOW - 60_000));

        assertThat(state.level()).isEqualTo(Level.RED);
        assertThat(state.staleSince()).contains(NOW - 60_000);
        assertThat(state.why()).singleElement().asString().contains("has not answered since 2026-03-01T11:59:00Z");
    }

    @Test
    void withoutKafkaToo() {
        PipelineState state = StatusRules.of(sample(List.of(STREAMS), NOW - 20_000, true), 0, Optional.empty());

        assertThat(state.level()).isEqualTo(Level.RED);
        assertThat(state.staleSince()).contains(NOW - 20_000);
    }

    @Test
    void aPictureThatIsNotReadToItsEndIsPartial() {
        PipelineState state = StatusRules.of(sample(List.of(STREAMS), NOW, false), 0, Optional.empty());

        assertThat(state.level()).isEqualTo(Level.AMBER);
        assertThat(state.why()).singleElement().asString().startsWith("The picture is partial");
    }

    @Test
    void aPartitionThatTellsNothingIsBeingRestored() {
        String restoring = STREAMS.replace("{partition=\"1\",service=\"streams\"} 100.0", "{partition=\"1\"} NaN");

        PipelineState state = StatusRules.of(sample(List.of(restoring), NOW, true), 0, Optional.empty());

        assertThat(state.restoring()).isTrue();
        assertThat(state.level()).isEqualTo(Level.AMBER);
    }

    @Test
    void severalInstancesCountTogetherEachForItsPartitions() {
        String one = STREAMS.replace(
                "{partition=\"1\",service=\"streams\"} 100.0", "{partition=\"1\",service=\"streams\"} NaN");
        String other = STREAMS.replace(
                        "{partition=\"0\",service=\"streams\"} 900.0", "{partition=\"0\",service=\"streams\"} NaN")
                .replace("990.0", "NaN")
                .replace("} 10.0", "} NaN");

        PipelineState state = StatusRules.of(sample(List.of(one, other), NOW, true), 20, Optional.empty());

        assertThat(state.level()).isEqualTo(Level.OK);
        assertThat(state.restoring()).isFalse();
        assertThat(state.counts().received()).isEqualTo(1_000);
        assertThat(state.counts().scored()).isEqualTo(990);
        assertThat(state.lagRecords()).isEqualTo(80);
    }

    @Test
    void whereSomeInstancesAreAwayThePictureIsPartialButNotStale() {
        PipelineState state = StatusRules.of(sample(List.of(STREAMS, AWAY), NOW, true), 20, Optional.empty());

        assertThat(state.level()).isEqualTo(Level.AMBER);
        assertThat(state.staleSince()).isEmpty();
        assertThat(state.why())
                .singleElement()
                .asString()
                .startsWith("1 of 2 instances of the streams service does not answer");
    }

    private static StatusSample sample(List<String> streams, long kafkaAnsweredAt, boolean caughtUp) {
        return new StatusSample(
                NOW,
                new Fleet(1, List.of(Meters.read("gateway_touchpoints_accepted_total 5.0"))),
                new Fleet(
                        streams.size(),
                        streams.stream()
                                .filter(text -> !text.isEmpty())
                                .map(Meters::read)
                                .toList()),
                List.of(new FeedState("relationship-scores", caughtUp, 0, kafkaAnsweredAt)));
    }
}
