package io.truenorth.dashboard.pipeline;

import io.truenorth.dashboard.feed.FeedState;
import io.truenorth.query.GatewayStatus;
import io.truenorth.query.ServiceInstances;
import io.truenorth.query.StreamsStatus;
import io.truenorth.service.Component;
import io.truenorth.service.PeriodicTask;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Polls the status of the other services and the read positions of this one. */
public final class PipelineMonitor implements Component {
    /** The weight of the newest rate in the moving average, which covers some seconds. */
    private static final double NEWEST_WEIGHT = 0.4;

    private final ServiceInstances gateway;
    private final ServiceInstances streams;
    private final Supplier<List<FeedState>> feeds;
    private final Clock clock;
    private final PeriodicTask polling;
    private volatile PipelineState state;
    private long streamsAnsweredAt;
    private Optional<StatusSample> before = Optional.empty();
    private double eventsPerSecond;

    /** A monitor that polls at an interval. */
    public PipelineMonitor(
            ServiceInstances gateway,
            ServiceInstances streams,
            Supplier<List<FeedState>> feeds,
            Duration interval,
            Clock clock) {
        this.gateway = gateway;
        this.streams = streams;
        this.feeds = feeds;
        this.clock = clock;
        this.polling = new PeriodicTask(name(), interval, this::poll);
        this.state = PipelineState.unknown(clock.millis());
    }

    @Override
    public String name() {
        return "pipeline-monitor";
    }

    @Override
    public void start() {
        polling.startAtOnce();
    }

    @Override
    public void stop(Duration timeout) throws InterruptedException {
        polling.stop(timeout);
    }

    /** The state at the last poll. */
    public PipelineState state() {
        return state;
    }

    void poll() {
        StatusSample sample = new StatusSample(
                clock.millis(),
                InstanceStatuses.poll(gateway, GatewayStatus.class),
                InstanceStatuses.poll(streams, StreamsStatus.class),
                feeds.get());
        if (!sample.streams().isDown()) {
            streamsAnsweredAt = sample.at();
        }
        before.ifPresent(last -> updateRate(last, sample));
        before = Optional.of(sample);
        Optional<Long> awaySince = sample.streams().isDown() ? Optional.of(streamsAnsweredAt) : Optional.empty();
        state = StatusRules.of(sample, eventsPerSecond, awaySince);
    }

    /** Compares counts only if both samples have all partitions, as a partition that is back would look like a burst. */
    private void updateRate(StatusSample last, StatusSample sample) {
        double seconds = (sample.at() - last.at()) / 1000.0;
        long more = sample.received() - last.received();
        if (seconds > 0 && more >= 0 && last.isComplete() && sample.isComplete()) {
            eventsPerSecond += NEWEST_WEIGHT * (more / seconds - eventsPerSecond);
        }
    }
}
