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
    private final Thread looking = new Thread(this::lookAgainAndAgain, "pipeline-monitor");
    private volatile PipelineState state;
    private long streamsAnsweredAt;
    private Optional<Sighting> before = Optional.empty();
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
        looking.setDaemon(true);
        looking.start();
    }

    @Override
    public void stop(Duration patience) throws InterruptedException {
        stopped.countDown();
        looking.interrupt();
        looking.join(patience.toMillis());
    }

    /** How it was at the last look. */
    public PipelineState state() {
        return state;
    }

    private void lookAgainAndAgain() {
        try {
            do {
                look();
            } while (!stopped.await(interval.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void look() {
        Sighting seen = new Sighting(clock.millis(), fleet(gateway), fleet(streams), feeds.get());
        if (!seen.streams().isAway()) {
            streamsAnsweredAt = seen.at();
        }
        before.ifPresent(last -> measurePace(last, seen));
        before = Optional.of(seen);
        Optional<Long> awaySince = seen.streams().isAway() ? Optional.of(streamsAnsweredAt) : Optional.empty();
        state = Judgement.of(seen, eventsPerSecond, awaySince);
    }

    /** Counts are compared where both know all partitions: one that is back would be taken for a flood. */
    private void measurePace(Sighting last, Sighting seen) {
        double seconds = (seen.at() - last.at()) / 1000.0;
        long more = seen.received() - last.received();
        if (seconds > 0 && more >= 0 && last.isWhole() && seen.isWhole()) {
            eventsPerSecond += NEWEST * (more / seconds - eventsPerSecond);
        }
    }

    private static Fleet fleet(Upstream service) {
        return new Fleet(
                service.instances(),
                service.texts("/metrics").stream().map(Meters::read).toList());
    }
}
