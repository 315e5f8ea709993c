package io.truenorth.dashboard.pipeline;

import io.truenorth.dashboard.feed.FeedState;
import io.truenorth.query.GatewayStatus;
import io.truenorth.query.ServiceInstances;
import io.truenorth.query.StreamsStatus;
import io.truenorth.service.Component;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Polls the status of the other services, and how far this one has read. */
public final class PipelineMonitor implements Component {
    /** The weight of the newest rate in the moving average, which covers some seconds. */
    private static final double NEWEST_WEIGHT = 0.4;

    private final ServiceInstances gateway;
    private final ServiceInstances streams;
    private final Supplier<List<FeedState>> feeds;
    private final Duration interval;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread pollThread = new Thread(this::pollRepeatedly, "pipeline-monitor");
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
        this.interval = interval;
        this.clock = clock;
        this.state = PipelineState.unknown(clock.millis());
    }

    @Override
    public String name() {
        return "pipeline-monitor";
    }

    @Override
    public void start() {
        pollThread.setDaemon(true);
        pollThread.start();
    }

    @Override
    public void stop(Duration timeout) throws InterruptedException {
        stopped.countDown();
        pollThread.interrupt();
        pollThread.join(timeout.toMillis());
    }

    /** The state at the last poll. */
    public PipelineState state() {
        return state;
    }

    private void pollRepeatedly() {
        try {
            do {
                poll();
            } while (!stopped.await(interval.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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

    /** Counts are compared only if both samples have all partitions: a partition that is back would look like a burst. */
    private void updateRate(StatusSample last, StatusSample sample) {
        double seconds = (sample.at() - last.at()) / 1000.0;
        long more = sample.received() - last.received();
        if (seconds > 0 && more >= 0 && last.isComplete() && sample.isComplete()) {
            eventsPerSecond += NEWEST_WEIGHT * (more / seconds - eventsPerSecond);
        }
    }
}
