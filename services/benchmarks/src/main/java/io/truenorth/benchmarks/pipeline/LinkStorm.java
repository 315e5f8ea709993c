package io.truenorth.benchmarks.pipeline;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.truenorth.benchmarks.contender.Contender;
import io.truenorth.benchmarks.contender.ContenderConfig;
import io.truenorth.benchmarks.harness.BenchmarkFailedException;
import io.truenorth.benchmarks.harness.Latencies;
import io.truenorth.benchmarks.harness.Platform;
import io.truenorth.benchmarks.harness.Stopwatch;
import io.truenorth.benchmarks.harness.Workspace;
import io.truenorth.benchmarks.load.LiveTouchpoints;
import io.truenorth.benchmarks.load.NamedBy;
import io.truenorth.benchmarks.load.TouchpointWriter;
import io.truenorth.benchmarks.load.Workload;
import io.truenorth.benchmarks.load.WorkloadSize;
import io.truenorth.contract.Identity;
import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Many new customers are joined at a steady rate: each touchpoint is a link between two identities not seen before. */
final class LinkStorm {
    private static final Workload LOAD = Workload.LIVE;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Platform platform;
    private final ContenderLauncher launcher;
    private final int links;
    private final Duration time;

    LinkStorm(Platform platform, ContenderLauncher launcher, int links, Duration time) {
        this.platform = platform;
        this.launcher = launcher;
        this.links = links;
        this.time = time;
    }

    /**
     * The result.
     *
     * @param seconds from the first link to the last join
     * @param sent between partitions
     * @param latencies from the time of a link to its join
     */
    record Worked(double seconds, JoinMessages sent, Latencies latencies) {}

    Worked run() throws IOException, RestClientException, InterruptedException, ExecutionException {
        platform.provision(LOAD.topics());
        String applicationId = "link-storm";
        ContenderConfig config =
                launcher.config(Contender.TRUENORTH, LOAD.topics().prefix(), applicationId);
        try (RunningContender running = launcher.start(Contender.TRUENORTH, config)) {
            Stopwatch stopwatch = Stopwatch.start();
            send();
            Latencies latencies = awaitJoins();
            double seconds = stopwatch.elapsed().toMillis() / 1e3;
            running.awaitCommitted(links);
            JoinMessages sent = JoinMessages.count(
                    platform, applicationId, LOAD.topics().agreedPartitions());
            return new Worked(seconds, sent, latencies);
        } finally {
            Workspace.delete(config.stateDirectory());
            platform.forget(applicationId);
            platform.delete(LOAD.topics());
        }
    }

    private void send() {
        LiveTouchpoints touchpoints = LOAD.liveTouchpoints(new WorkloadSize(1, links, links, links, 0));
        double nanosEach = (double) time.toNanos() / links;
        long start = System.nanoTime();
        try (TouchpointWriter writer = TouchpointWriter.live(platform, LOAD)) {
            for (int link = 0; link < links; link++) {
                while (System.nanoTime() < start + (long) (link * nanosEach)) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
                }
                Touchpoint touchpoint = touchpoints.next(System.currentTimeMillis());
                touchpoint.setIdentities(List.of(new Identity("crm", "linked-" + link)));
                writer.write(NamedBy.BOTH.name(touchpoint));
            }
        }
    }

    private Latencies awaitJoins() throws InterruptedException {
        try (LatestRecords<IdentityEvent> events =
                new LatestRecords<>(platform, LOAD.topics().topic(Topics.IDENTITY_EVENTS))) {
            Stopwatch waited = Stopwatch.start();
            while (true) {
                Iterable<IdentityEvent> joined = events.readToEnd();
                if (events.count() >= links) {
                    Latencies latencies = new Latencies();
                    joined.forEach(event ->
                            latencies.took(TimeUnit.MILLISECONDS.toNanos(event.getAt() - event.getOccurredAt())));
                    return latencies;
                }
                if (waited.elapsed().compareTo(PATIENCE) > 0) {
                    throw new BenchmarkFailedException(
                            "expected " + links + " joins within " + PATIENCE + ", were " + events.count());
                }
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }
}
