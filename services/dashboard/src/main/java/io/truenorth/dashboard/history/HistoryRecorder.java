package io.truenorth.dashboard.history;

import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.contract.Granularity;
import io.truenorth.contract.ScopeHistoryPoint;
import io.truenorth.dashboard.scopes.Measures;
import io.truenorth.dashboard.scopes.Snapshots;
import io.truenorth.service.Component;
import io.truenorth.service.PeriodicTask;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records the history of every scope: periodically and when the service stops, it writes the latest snapshot as the point of the
 * current hour and day. A snapshot is recorded for the hour and day of its own timestamp, so a service that was stopped for a while
 * records nothing under a wrong time. Hours without a change have no point.
 */
public final class HistoryRecorder implements Component {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryRecorder.class);
    private static final long HOUR = TimeUnit.HOURS.toMillis(1);
    private static final long DAY = TimeUnit.DAYS.toMillis(1);

    private final Snapshots snapshots;
    private final History history;
    private final HistoryPointWriter writer;
    private final BooleanSupplier ready;
    private final Clock clock;
    private final Map<String, AdvocacySnapshot> latest = new ConcurrentHashMap<>();
    private final Map<String, Long> written = new HashMap<>();
    private final PeriodicTask recording;

    /**
     * Creates a recorder.
     *
     * @param ready whether snapshots and history are read to their end, so that no outdated snapshot is recorded
     */
    public HistoryRecorder(
            Snapshots snapshots,
            History history,
            HistoryPointWriter writer,
            BooleanSupplier ready,
            Duration interval,
            Clock clock) {
        this.snapshots = snapshots;
        this.history = history;
        this.writer = writer;
        this.ready = ready;
        this.clock = clock;
        this.recording = new PeriodicTask(name(), interval, this::recordChanged);
        snapshots.onChange(this::recordEndedDay);
    }

    @Override
    public String name() {
        return "history-recorder";
    }

    @Override
    public void start() {
        recording.start();
    }

    @Override
    public void stop(Duration timeout) throws InterruptedException {
        recording.finish(timeout);
        recordChanged();
        writer.flush();
    }

    /** Writes every scope that changed since it was written last. */
    synchronized void recordChanged() {
        if (!ready.getAsBoolean()) {
            return;
        }
        try {
            snapshots.all().forEach(this::recordChanged);
            history.outlivedHours(clock.millis()).forEach(writer::delete);
        } catch (KafkaException e) {
            LOG.warn("the history cannot be written until Kafka answers: {}", e.getMessage());
        }
    }

    private void recordChanged(AdvocacySnapshot snapshot) {
        Long last = written.get(snapshot.getScope());
        if (last == null || last != snapshot.getAt()) {
            writer.write(moment(snapshot, Granularity.HOUR));
            writer.write(moment(snapshot, Granularity.DAY));
            written.put(snapshot.getScope(), snapshot.getAt());
        }
    }

    /** The first snapshot of a new day no longer has the moves of the day before, so the last one of that day is recorded. */
    private void recordEndedDay(AdvocacySnapshot next) {
        Optional<AdvocacySnapshot> before = Optional.ofNullable(latest.put(next.getScope(), next));
        before.filter(snapshot -> snapshot.getDay() < next.getDay())
                .ifPresent(snapshot -> writer.write(moment(snapshot, Granularity.DAY)));
    }

    static ScopeHistoryPoint moment(AdvocacySnapshot snapshot, Granularity granularity) {
        long length = granularity == Granularity.HOUR ? HOUR : DAY;
        return ScopeHistoryPoint.newBuilder()
                .setScope(snapshot.getScope())
                .setGranularity(granularity)
                .setStart(snapshot.getAt() / length * length)
                .setAt(snapshot.getAt())
                .setCustomers(snapshot.getCustomers())
                .setStages(snapshot.getStages())
                .setDetractors(snapshot.getDetractors())
                .setScore(Measures.sum(snapshot.getContributions()))
                .setPointsMoves(granularity == Granularity.DAY ? snapshot.getPointsMoves() : List.of())
                .build();
    }
}
