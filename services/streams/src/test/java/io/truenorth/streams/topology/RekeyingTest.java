package io.truenorth.streams.topology;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.RelationshipScore;
import io.truenorth.schemas.FailedTouchpoint;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.streams.customer.RelationshipLimits;
import io.truenorth.streams.customer.TouchpointCounters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that a producer sent with another key, or to another partition, than their identity requires. */
class RekeyingTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int DAY_LIMIT = 1;

    private TopologyBench bench;

    /** The bench has partition 0 of the plan's partitions: keys of other partitions are misplaced on it. */
    @BeforeEach
    void start(@TempDir Path state) {
        bench = bench(state, 1);
    }

    private static TopologyBench bench(Path state, int partitions) {
        return new TopologyBench(
                Plans.with(
                        TopicCatalogue.standard().withAgreedPartitions(partitions),
                        new RelationshipLimits(DAY_LIMIT, 1L << 28, 500, 30_000)),
                state,
                NOON);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void aRecordUnderAnotherKeyIsScoredForItsIdentityAndNotForItsKey() {
        bench.send(
                "somebody-else",
                aTouchpoint("purchase").by("c-1").at("2026-02-20T11:00:00Z").build());

        assertThat(bench.scores()).extracting(RelationshipScore::getCustomer).containsExactly("crm:c-1");
        assertThat(bench.counters().rekeyed()).isEqualTo(1);
        assertThatNothingIsLost(1);
    }

    @Test
    void aRecordUnderItsKeyOnAnotherPartitionIsSentOn(@TempDir Path state) {
        try (TopologyBench eight = bench(state, 8)) {
            for (int customer = 0; customer < 40; customer++) {
                eight.send(aTouchpoint("purchase").by("c-" + customer).at("2026-02-20T11:00:00Z"));
            }

            assertThat(eight.scores()).hasSize(40);
            assertThat(eight.counters().rekeyed()).isBetween(25L, 39L);
            assertThat(eight.counters().scored()).isEqualTo(40);
        }
    }

    @Test
    void aDuplicateIsKnownByWhateverWayItComes() {
        bench.send(aTouchpoint("purchase").withId("e-1").by("c-1").at("2026-02-20T11:00:00Z"));
        bench.send(
                "other",
                aTouchpoint("purchase")
                        .withId("e-1")
                        .by("c-1")
                        .at("2026-02-20T11:00:00Z")
                        .build());

        assertThat(bench.counters().duplicates()).isEqualTo(1);
        assertThatNothingIsLost(2);
    }

    @Test
    void arrivalStaysTheFirstArrival() {
        bench.send(
                "other",
                aTouchpoint("purchase").by("c-1").at("2026-03-01T12:04:00Z").build());

        assertThat(bench.scores())
                .singleElement()
                .satisfies(score -> assertThat(score.getScoredAt()).isEqualTo(NOON.toEpochMilli()));
    }

    @Test
    void aRecordThatIsRejectedAfterItsDetourIsStillTheRecordThatWasReceived() {
        bench.send(aTouchpoint("purchase").by("c-1").at("2026-02-20T11:00:00Z"));
        byte[] value = bench.encode(
                aTouchpoint("purchase").by("c-1").at("2026-02-20T12:00:00Z").build());
        RecordHeaders headers = new RecordHeaders();
        headers.add("traceparent", new byte[] {1});

        bench.sendBytes("other".getBytes(StandardCharsets.UTF_8), value, headers);

        List<TestRecord<byte[], byte[]>> failed = bench.failed();
        assertThat(failed).hasSize(1);
        assertThat(failed.get(0).key()).asString(StandardCharsets.UTF_8).isEqualTo("other");
        assertThat(failed.get(0).value()).isEqualTo(value);
        assertThat(failed.get(0).headers().lastHeader("traceparent").value()).containsExactly(1);
        FailedTouchpoint why = FailedTouchpoint.read(failed.get(0).headers());
        assertThat(why.topic()).isEqualTo("touchpoints");
        assertThat(why.offset()).isEqualTo(1);
        assertThatNothingIsLost(2);
    }

    private void assertThatNothingIsLost(long received) {
        TouchpointCounters counters = bench.counters();
        assertThat(counters.received()).isEqualTo(received);
        assertThat(counters.scored()
                        + counters.failed()
                        + counters.duplicates()
                        + counters.waiting()
                        + counters.suppressed())
                .isEqualTo(received);
    }
}
