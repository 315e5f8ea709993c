package io.truenorth.standalone.demo;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.deployment.Deployment;
import io.truenorth.deployment.TopicTail;
import io.truenorth.schemas.ScopeNames;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.standalone.LocalSystem;
import io.truenorth.streams.customer.TouchpointCounters;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Samples the status of a standalone system: counters, meters and the dashboard's topic. */
public final class SystemStatusMonitor implements AutoCloseable {
    private static final double P99 = 0.99;

    private final LocalSystem system;
    private final TopicTail<AdvocacySnapshot> dashboard;
    private final Thread reading = new Thread(this::read, "system-status");
    private volatile @Nullable AdvocacySnapshot latest;
    private long receivedBefore;
    private long lookedAt = System.nanoTime();

    /** Starts reading the dashboard's topic. */
    public SystemStatusMonitor(LocalSystem system, Deployment deployment, RecordSerdes serdes) {
        this.system = system;
        this.receivedBefore = system.streams().counters().sum().received();
        this.dashboard = TopicTail.of(
                deployment, serdes, deployment.topics().topic(Topics.ADVOCACY_DASHBOARD), Optional.of(ScopeNames.ALL));
        reading.setDaemon(true);
        reading.start();
    }

    private void read() {
        try (dashboard) {
            dashboard.catchUp(this::take);
            dashboard.follow(this::take);
        }
    }

    private void take(String scope, AdvocacySnapshot snapshot) {
        if (scope.equals(ScopeNames.ALL)) {
            latest = snapshot;
        }
    }

    /** The status, with rates since the previous sample. */
    public SystemStatus sample() {
        TouchpointCounters counters = system.streams().counters().sum();
        long now = System.nanoTime();
        double seconds = (now - lookedAt) / 1e9;
        double rate = Math.max(0, counters.received() - receivedBefore) / seconds;
        receivedBefore = counters.received();
        lookedAt = now;
        AdvocacySnapshot snapshot = latest;
        return snapshot == null
                ? new SystemStatus(rate, 0, 0, 0, 0, arrivalToScore(), counters.failed())
                : new SystemStatus(
                        rate,
                        snapshot.getCustomers(),
                        snapshot.getStages().getAdvocate(),
                        snapshot.getDetractors(),
                        snapshot.getNetAdvocacyIndex(),
                        arrivalToScore(),
                        counters.failed());
    }

    private OptionalDouble arrivalToScore() {
        Timer timer = system.streamsMetrics()
                .registry()
                .find("streams.arrival.to.score")
                .timer();
        if (timer == null) {
            return OptionalDouble.empty();
        }
        for (ValueAtPercentile value : timer.takeSnapshot().percentileValues()) {
            if (value.percentile() == P99 && value.value() > 0) {
                return OptionalDouble.of(value.value(TimeUnit.MILLISECONDS));
            }
        }
        return OptionalDouble.empty();
    }

    @Override
    public void close() throws InterruptedException {
        dashboard.stop();
        reading.join(TimeUnit.SECONDS.toMillis(2));
    }
}
