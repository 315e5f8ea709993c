package io.truenorth.benchmarks.pipeline;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.truenorth.benchmarks.contender.Contender;
import io.truenorth.benchmarks.contender.ContenderConfig;
import io.truenorth.benchmarks.harness.Platform;
import io.truenorth.benchmarks.harness.Stopwatch;
import io.truenorth.benchmarks.harness.Workspace;
import io.truenorth.benchmarks.load.TouchpointStream;
import io.truenorth.benchmarks.load.TouchpointWriter;
import io.truenorth.benchmarks.load.Workload;
import io.truenorth.benchmarks.load.WorkloadSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** One size of the capacity benchmark: a history is processed, then the service is started again twice. */
final class CapacityRun {
    private static final Workload LOAD = Workload.BACKLOG;
    private static final Duration AN_HOUR = Duration.ofHours(1);
    /** Enough for every partition to get some. */
    private static final int MORE = 1_000;

    private final Platform platform;
    private final ContenderLauncher launcher;
    private final int customers;
    private final int events;
    private final TouchpointStream touchpoints;

    CapacityRun(Platform platform, ContenderLauncher launcher, int customers, int touches) {
        this.platform = platform;
        this.launcher = launcher;
        this.customers = customers;
        this.events = Math.multiplyExact(touches, customers);
        long until = System.currentTimeMillis() - AN_HOUR.toMillis();
        this.touchpoints = LOAD.touchpoints(new WorkloadSize(1, events + 2 * MORE, customers, customers, until));
    }

    /**
     * The result.
     *
     * @param customers the number of customers
     * @param eventsPerSecond of the history, the start of the JVM included
     * @param peakKibibytes the most resident memory of the process
     * @param storeBytes of the state directory after a clean stop
     * @param changelogBytes of the changelogs as the broker stores them, compacted or not
     * @param restartSeconds from the start of the process, with its stores, until new touchpoints are committed
     * @param rebuildSeconds the same without stores
     * @param rows records of the changelogs before these were rebuilt
     */
    record Capacity(
            int customers,
            double eventsPerSecond,
            long peakKibibytes,
            long storeBytes,
            long changelogBytes,
            double restartSeconds,
            double rebuildSeconds,
            long rows) {}

    Capacity run() throws IOException, RestClientException, InterruptedException, ExecutionException {
        platform.provision(LOAD.topics());
        write(events);
        String applicationId = "capacity-" + customers;
        ContenderConfig config =
                launcher.config(Contender.TRUENORTH, LOAD.topics().prefix(), applicationId);
        try {
            Sample start;
            Sample end;
            try (RunningContender running = launcher.start(Contender.TRUENORTH, config)) {
                start = running.sample();
                end = running.awaitCommitted(events);
            }
            long storeBytes = bytesIn(config.stateDirectory());
            long changelogBytes = platform.changelogSizes(applicationId).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            double restart = secondsUntilCommitted(config, events + MORE);
            Workspace.delete(config.stateDirectory());
            long rows = ChangelogRows.count(platform, applicationId);
            double rebuild = secondsUntilCommitted(config, events + 2L * MORE);
            return new Capacity(
                    customers,
                    events / end.secondsSince(start),
                    end.peakKibibytes(),
                    storeBytes,
                    changelogBytes,
                    restart,
                    rebuild,
                    rows);
        } finally {
            Workspace.delete(config.stateDirectory());
            platform.forget(applicationId);
            platform.delete(LOAD.topics());
        }
    }

    private double secondsUntilCommitted(ContenderConfig config, long enough)
            throws IOException, InterruptedException, ExecutionException {
        write(MORE);
        Stopwatch stopwatch = Stopwatch.start();
        try (RunningContender running = launcher.start(Contender.TRUENORTH, config)) {
            running.awaitCommitted(enough);
            return stopwatch.elapsed().toMillis() / 1e3;
        }
    }

    private void write(int count) {
        try (TouchpointWriter writer = TouchpointWriter.inBulk(platform, LOAD)) {
            for (int i = 0; i < count; i++) {
                writer.write(touchpoints.next());
            }
        }
    }

    private static long bytesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(CapacityRun::size)
                    .sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
