package io.truenorth.benchmarks.pipeline;

import io.truenorth.benchmarks.harness.BenchmarkFailedException;
import io.truenorth.benchmarks.harness.ChildProcess;
import io.truenorth.benchmarks.harness.Platform;
import io.truenorth.benchmarks.harness.Stopwatch;
import io.truenorth.benchmarks.harness.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** One run of one contender over the whole backlog, in a process of its own, watched from outside. */
final class ContenderRun {
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Workspace workspace;
    private final Platform platform;
    private final List<String> jvmOptions;
    private final long events;
    private final long warmUp;

    /**
     * Runs.
     *
     * @param warmUp how many of the events are not measured, as the JVM is still compiling then
     */
    ContenderRun(Workspace workspace, Platform platform, List<String> jvmOptions, long events, long warmUp) {
        this.workspace = workspace;
        this.platform = platform;
        this.jvmOptions = jvmOptions;
        this.events = events;
        this.warmUp = warmUp;
    }

    /** How far the contender is, and what it cost until then. */
    private record Sample(long committed, Duration at, Duration clientCpu, Duration brokerCpu) {}

    /**
     * Runs it and checks what it published.
     *
     * @param name unlike that of any other run
     * @throws BenchmarkFailedException if it fails, takes too long, or did not do its work right
     */
    Measurement run(Contender contender, String name, Oracle oracle)
            throws IOException, InterruptedException, ExecutionException {
        ContenderConfig config = new ContenderConfig(
                platform.bootstrapServers(),
                platform.registryUrl(),
                platform.registryDirectory(),
                name,
                workspace.directory(name));
        try (PublishedScores published = new PublishedScores(platform)) {
            List<Sample> fromFirstToLast = watch(contender, config);
            oracle.check(contender.title(), published.readToEnd());
            return measurement(fromFirstToLast.get(0), fromFirstToLast.get(1), published.count());
        } finally {
            Workspace.delete(config.stateDirectory());
            platform.forget(name);
        }
    }

    private List<Sample> watch(Contender contender, ContenderConfig config)
            throws IOException, InterruptedException, ExecutionException {
        List<String> arguments = new ArrayList<>(List.of(contender.name()));
        arguments.addAll(config.arguments());
        Stopwatch time = Stopwatch.start();
        try (ChildProcess process =
                workspace.start(config.applicationId(), jvmOptions, ContenderMain.class, arguments)) {
            Sample first = awaitCommitted(Math.max(1, warmUp), config, process, time);
            Sample last = awaitCommitted(events, config, process, time);
            return List.of(first, last);
        }
    }

    private Sample awaitCommitted(long enough, ContenderConfig config, ChildProcess process, Stopwatch time)
            throws InterruptedException, ExecutionException {
        while (true) {
            long committed = platform.committed(config.applicationId());
            if (committed >= enough) {
                return new Sample(
                        committed,
                        time.elapsed(),
                        process.cpu(),
                        platform.process().cpu());
            }
            process.requireAlive();
            platform.process().requireAlive();
            if (time.elapsed().compareTo(LONGEST) > 0) {
                throw new BenchmarkFailedException(config.applicationId() + " committed " + committed + " of " + events
                        + " touchpoints within " + LONGEST.toMinutes() + " minutes");
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private static Measurement measurement(Sample first, Sample last, long published) {
        return new Measurement(
                last.committed() - first.committed(),
                last.at().minus(first.at()),
                last.clientCpu().minus(first.clientCpu()),
                last.brokerCpu().minus(first.brokerCpu()),
                published);
    }
}
