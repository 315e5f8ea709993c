package io.truenorth.dashboard.pipeline;

import io.truenorth.dashboard.feed.FeedState;
import io.truenorth.dashboard.upstream.Upstream;
import io.truenorth.service.Component;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Looks every few seconds how the other services are and how far this one has read. */
public final class PipelineMonitor implements Component {
    /** The weight of the newest rate: a rate of some seconds, without jumps. */
    private static final double NEWEST = 0.4;

    private final Upstream gateway;
    private final Upstream streams;
    private final Supplier<List<FeedState>> feeds;
    private final Duration interval;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread pollThread = new Thread(this::pollRepeatedly, "pipeline-monitor");
    private volatile PipelineState state;
    private long streamsAnsweredAt;
    private Optional<StatusSample> before = Optional.empty();
    private double eventsPerSecond;

    /** A monitor of these. */
    public PipelineMonitor(
            Upstream gateway, Upstream streams, Supplier<List<FeedState>> feeds, Duration interval, Clock clock) {
        this.gateway = gateway;
        this.streams = streams;
        this.feeds = feeds;
        this.interval = interval;
        this.clock = clock;
        this.state = PipelineState.unseen(clock.millis());
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

    /** How it was at the last look. */
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
        StatusSample sample = new StatusSample(clock.millis(), fleet(gateway), fleet(streams), feeds.get());
        if (!sample.streams().isAway()) {
            streamsAnsweredAt = sample.at();
        }
        before.ifPresent(last -> measurePace(last, sample));
        before = Optional.of(sample);
        Optional<Long> awaySince = sample.streams().isAway() ? Optional.of(streamsAnsweredAt) : Optional.empty();
        state = StatusRules.of(sample, eventsPerSecond, awaySince);
    }

    /** Counts are compared where both know all partitions: one that is back would be taken for a flood. */
    private void measurePace(StatusSample last, StatusSample sample) {
        double seconds = (sample.at() - last.at()) / 1000.0;
        long more = sample.received() - last.received();
        if (seconds > 0 && more >= 0 && last.isWhole() && sample.isWhole()) {
            eventsPerSecond += NEWEST * (more / seconds - eventsPerSecond);
        }
    }

    private static Fleet fleet(Upstream service) {
        return new Fleet(
                service.instances(),
                service.texts("/metrics").stream().map(Meters::read).toList());
    }
}
