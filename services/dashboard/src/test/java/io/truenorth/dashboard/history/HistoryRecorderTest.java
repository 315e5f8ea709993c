package io.truenorth.dashboard.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.contract.Granularity;
import io.truenorth.contract.PointsMove;
import io.truenorth.contract.ScopeHistoryPoint;
import io.truenorth.dashboard.Population;
import io.truenorth.dashboard.scopes.Snapshots;
import io.truenorth.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class HistoryRecorderTest {
    private static final long DAY = 86_400_000L;
    private static final long NOON = Population.NOW;

    private final Snapshots snapshots = new Snapshots();
    private final MockProducer<String, ScopeHistoryPoint> topic =
            new MockProducer<>(true, null, new StringSerializer(), (name, moment) -> new byte[0]);
    private final History history = new History();
    private boolean ready = true;

    @Test
    void theHourAndTheDayUnderWayAreWritten() {
        HistoryRecorder keeper = keeper(NOON);
        snapshots.accept("all", snapshot(NOON, 7));

        keeper.recordChanged();
        keeper.recordChanged();

        assertThat(topic.history())
                .extracting(ProducerRecord::key)
                .as("what did not change is not written again")
                .containsExactly("all@2026-03-01T12", "all@2026-03-01");
        assertThat(topic.history().get(1).value().getCustomers()).isEqualTo(7);
    }

    @Test
    void anotherInstanceReadsWhatWasWritten() {
        HistoryRecorder keeper = keeper(NOON);
        snapshots.accept("all", snapshot(NOON - DAY, 5));
        keeper.recordChanged();
        snapshots.accept("all", snapshot(NOON, 7));
        keeper.recordChanged();

        readTopic();

        assertThat(history.since("all", Granularity.DAY, 0))
                .extracting(ScopeHistoryPoint::getCustomers)
                .containsExactly(5L, 7L);
        assertThat(history.near("all", NOON - DAY / 2).orElseThrow().getCustomers())
                .isEqualTo(5);
        assertThat(history.near("all", 0).orElseThrow().getCustomers())
                .as("the first there is")
                .isEqualTo(5);
    }

    @Test
    void whatMovedOnADayIsKeptBeforeTheNextOneBegins() {
        keeper(NOON);
        AdvocacySnapshot evening = snapshot(NOON, 7);
        evening.setPointsMoves(List.of(new PointsMove("support", "ticket_opened", 0L, 9L)));
        snapshots.accept("all", evening);

        snapshots.accept("all", snapshot(NOON + DAY, 8));

        assertThat(topic.history()).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo("all@2026-03-01");
            assertThat(record.value().getPointsMoves()).hasSize(1);
        });
    }

    @Test
    void hoursGoAfterEightDaysAndDaysStay() {
        snapshots.accept("all", snapshot(NOON, 7));
        keeper(NOON).recordChanged();
        readTopic();

        keeper(NOON + 9 * DAY).recordChanged();
        readTopic();

        assertThat(topic.history())
                .filteredOn(record -> record.value() == null)
                .extracting(ProducerRecord::key)
                .containsExactly("all@2026-03-01T12");
        assertThat(history.since("all", Granularity.HOUR, 0)).isEmpty();
        assertThat(history.since("all", Granularity.DAY, 0)).hasSize(1);
    }

    @Test
    void whatIsNotReadToItsEndIsNotKept() {
        ready = false;
        snapshots.accept("all", snapshot(NOON, 7));

        keeper(NOON).recordChanged();

        assertThat(topic.history()).isEmpty();
    }

    private HistoryRecorder keeper(long now) {
        return new HistoryRecorder(
                snapshots,
                history,
                new HistoryPointWriter(Topics.DASHBOARD_HISTORY, topic),
                () -> ready,
                Duration.ofHours(1),
                Clock.fixed(Instant.ofEpochMilli(now), ZoneOffset.UTC));
    }

    private void readTopic() {
        topic.history().forEach(record -> history.accept(record.key(), record.value()));
    }

    private static AdvocacySnapshot snapshot(long at, long customers) {
        AdvocacySnapshot snapshot = Population.snapshot("all", List.of());
        snapshot.setAt(at);
        snapshot.setDay((int) (at / DAY));
        snapshot.setCustomers(customers);
        return snapshot;
    }
}
