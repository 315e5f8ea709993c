package io.truenorth.benchmarks.pipeline;

import io.truenorth.benchmarks.contender.ContenderConfig;
import io.truenorth.benchmarks.harness.BenchmarkFailedException;
import io.truenorth.benchmarks.harness.ChildProcess;
import io.truenorth.benchmarks.harness.MachineLoad;
import io.truenorth.benchmarks.harness.Platform;
import io.truenorth.benchmarks.harness.Stopwatch;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.streams.topology.StreamsTopology;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** The process of a contender, observed from outside. */
final class RunningContender implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration SETTLED = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Platform platform;
    private final ContenderConfig config;
    private final ChildProcess process;
    private final Topic<?, ?> touchpoints;
    private final ChangelogMeter changelogs;
    private final Stopwatch time = Stopwatch.start();

    RunningContender(Platform platform, ContenderConfig config, ChildProcess process) {
        this.platform = platform;
        this.config = config;
        this.process = process;
        this.touchpoints = config.topics().topic(Topics.TOUCHPOINTS);
        this.changelogs = new ChangelogMeter(platform, config.applicationId());
    }

    Sample sample() throws InterruptedException, ExecutionException {
        return sample(platform.committed(config.applicationId(), touchpoints));
    }

    private Sample sample(long committed) throws InterruptedException, ExecutionException {
        return new Sample(
                committed,
                System.nanoTime(),
                process.cpu(),
                platform.process().cpu(),
                changelogs.written(),
                process.peakResidentKibibytes(),
                MachineLoad.now());
    }

    /**
     * Waits until enough touchpoints are committed.
     *
     * @throws BenchmarkFailedException if the contender ends or takes more than half an hour
     */
    Sample awaitCommitted(long enough) throws InterruptedException, ExecutionException {
        while (true) {
            long committed = platform.committed(config.applicationId(), touchpoints);
            if (committed >= enough) {
                return sample(committed);
            }
            if (time.elapsed().compareTo(LONGEST) > 0) {
                throw new BenchmarkFailedException(config.applicationId() + " committed " + committed + " of " + enough
                        + " touchpoints within " + LONGEST.toMinutes() + " minutes");
            }
            pause();
        }
    }

    /** Waits until enough touchpoints are committed or a time is over, whatever comes first. */
    Sample awaitCommittedOr(long enough, Duration atMost) throws InterruptedException, ExecutionException {
        Stopwatch waited = Stopwatch.start();
        while (waited.elapsed().compareTo(atMost) < 0
                && platform.committed(config.applicationId(), touchpoints) < enough) {
            pause();
        }
        return sample();
    }

    /**
     * Waits until enough touchpoints are committed, and all messages between partitions that these caused: no more of them were
     * for a while.
     *
     * @return the sample at the last of them
     */
    Sample awaitMessages(long enough) throws InterruptedException, ExecutionException {
        Sample last = awaitCommitted(enough);
        Stopwatch unchanged = Stopwatch.start();
        long messages = committedMessages();
        while (unchanged.elapsed().compareTo(SETTLED) < 0) {
            pause();
            long now = committedMessages();
            if (now != messages) {
                messages = now;
                last = sample();
                unchanged = Stopwatch.start();
            }
        }
        return last;
    }

    private long committedMessages() throws InterruptedException, ExecutionException {
        String internal =
                StreamsTopology.repartitionTopics(config.applicationId()).get(0);
        return platform.committed(config.applicationId(), internal);
    }

    private void pause() throws InterruptedException {
        process.requireAlive();
        platform.process().requireAlive();
        Thread.sleep(PAUSE.toMillis());
    }

    @Override
    public void close() throws InterruptedException {
        changelogs.close();
        process.close();
    }
}
