package io.truenorth.dashboard.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.dashboard.feed.FeedState;
import io.truenorth.dashboard.pipeline.PipelineState.Level;
import io.truenorth.query.GatewayStatus;
import io.truenorth.query.StreamsStatus;
import io.truenorth.query.StreamsStatus.PartitionStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusRulesTest {
    private static final long NOW = 1_772_366_400_000L;
    private static final PartitionStatus FIRST = new PartitionStatus(0, 900, 882, 0, 10, 5, 3);
    private static final PartitionStatus SECOND = new PartitionStatus(1, 100, 100, 0, 0, 0, 0);
    private static final StreamsStatus STREAMS = status(FIRST, SECOND);

    @Test
    void allIsWell() {
        PipelineState state = StatusRules.of(sample(1, List.of(STREAMS), NOW, true), 20, Optional.empty());

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
        PipelineState state = StatusRules.of(sample(1, List.of(), NOW, true), 0, Optional.of(NOW - 60_000));

        assertThat(state.level()).isEqualTo(Level.RED);
        assertThat(state.staleSince()).contains(NOW - 60_000);
        assertThat(state.why()).singleElement().asString().contains("has not answered since 2026-03-01T11:59:00Z");
    }

    @Test
    void withoutKafkaToo() {
        PipelineState state = StatusRules.of(sample(1, List.of(STREAMS), NOW - 20_000, true), 0, Optional.empty());

        assertThat(state.level()).isEqualTo(Level.RED);
        assertThat(state.staleSince()).contains(NOW - 20_000);
    }

    @Test
    void aPictureThatIsNotReadToItsEndIsPartial() {
        PipelineState state = StatusRules.of(sample(1, List.of(STREAMS), NOW, false), 0, Optional.empty());

        assertThat(state.level()).isEqualTo(Level.AMBER);
        assertThat(state.why()).singleElement().asString().startsWith("Still loading");
    }

    @Test
    void aPartitionThatNoInstanceHasIsBeingRestored() {
        PipelineState state = StatusRules.of(sample(1, List.of(status(FIRST)), NOW, true), 0, Optional.empty());

        assertThat(state.restoring()).isTrue();
        assertThat(state.level()).isEqualTo(Level.AMBER);
    }

    @Test
    void severalInstancesCountTogetherEachForItsPartitions() {
        PipelineState state =
                StatusRules.of(sample(2, List.of(status(FIRST), status(SECOND)), NOW, true), 20, Optional.empty());

        assertThat(state.level()).isEqualTo(Level.OK);
        assertThat(state.restoring()).isFalse();
        assertThat(state.counts().received()).isEqualTo(1_000);
        assertThat(state.counts().scored()).isEqualTo(982);
        assertThat(state.counts().suppressed()).isEqualTo(3);
        assertThat(state.counts().waiting()).isEqualTo(5);
        assertThat(state.lagRecords()).isEqualTo(80);
    }

    @Test
    void aPartitionThatTwoInstancesReportCountsOnce() {
        StreamsStatus behind = status(new PartitionStatus(0, 800, 790, 0, 10, 0, 0));

        PipelineState state = StatusRules.of(sample(2, List.of(behind, STREAMS), NOW, true), 20, Optional.empty());

        assertThat(state.counts().received()).isEqualTo(1_000);
    }

    @Test
    void whereSomeInstancesAreAwayThePictureIsPartialButNotStale() {
        PipelineState state = StatusRules.of(sample(2, List.of(STREAMS), NOW, true), 20, Optional.empty());

        assertThat(state.level()).isEqualTo(Level.AMBER);
        assertThat(state.staleSince()).isEmpty();
        assertThat(state.why())
                .singleElement()
                .asString()
                .startsWith("1 of 2 instances of the streams service does not answer");
    }

    private static StreamsStatus status(PartitionStatus... partitions) {
        return new StreamsStatus("running", 2, List.of(partitions), Optional.of(40L), Optional.of(210.0));
    }

    private static StatusSample sample(
            int instances, List<StreamsStatus> streams, long kafkaAnsweredAt, boolean caughtUp) {
        return new StatusSample(
                NOW,
                new InstanceStatuses<>(1, List.of(new GatewayStatus(5, 0))),
                new InstanceStatuses<>(instances, streams),
                List.of(new FeedState("relationship-scores", caughtUp, 0, kafkaAnsweredAt)));
    }
}
