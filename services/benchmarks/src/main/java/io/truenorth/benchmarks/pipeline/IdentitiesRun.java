package io.truenorth.benchmarks.pipeline;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.truenorth.benchmarks.contender.Contender;
import io.truenorth.benchmarks.contender.ContenderConfig;
import io.truenorth.benchmarks.harness.Platform;
import io.truenorth.benchmarks.harness.Workspace;
import io.truenorth.benchmarks.load.NamedBy;
import io.truenorth.benchmarks.load.TouchpointStream;
import io.truenorth.benchmarks.load.TouchpointWriter;
import io.truenorth.benchmarks.load.Workload;
import io.truenorth.benchmarks.load.WorkloadSize;
import io.truenorth.contract.Touchpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/**
 * The backlog with one or two identities a customer. Each customer's first touchpoint names all of them and is processed
 * before, joins included; then the service is started again, and the others are measured, until the last message about them.
 */
final class IdentitiesRun {
    private static final Workload LOAD = Workload.BACKLOG;
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration WARM_UP = Duration.ofSeconds(8);

    private final Platform platform;
    private final ContenderLauncher launcher;
    private final Settings settings;
    private final NamedBy named;
    private final WorkloadSize size;
    private final Oracle oracle = new Oracle();

    IdentitiesRun(Platform platform, ContenderLauncher launcher, Settings settings, NamedBy named) {
        this.platform = platform;
        this.launcher = launcher;
        this.settings = settings;
        this.named = named;
        long until = System.currentTimeMillis() - AN_HOUR.toMillis();
        size = new WorkloadSize(settings.seed(), settings.events(), settings.customers(), settings.customers(), until);
    }

    /**
     * The result.
     *
     * @param eventsPerSecond touchpoints committed per second after a warm-up
     * @param clientMicros CPU time of the service per touchpoint
     */
    record Throughput(double eventsPerSecond, double clientMicros) {}

    Throughput run() throws IOException, RestClientException, InterruptedException, ExecutionException {
        platform.provision(LOAD.topics());
        String applicationId = "identities-" + named.title();
        ContenderConfig config =
                launcher.config(Contender.TRUENORTH, LOAD.topics().prefix(), applicationId);
        try {
            long first = write(true);
            try (RunningContender running = launcher.start(Contender.TRUENORTH, config)) {
                running.awaitMessages(first);
                new Verification(platform, LOAD, Contender.TRUENORTH).check(oracle);
            }
            long all = first + write(false);
            try (RunningContender running = launcher.start(Contender.TRUENORTH, config)) {
                Sample start = running.awaitCommitted(first + 1);
                Sample warm = running.awaitCommittedOr(first + (all - first) / 2, WARM_UP);
                Sample end = running.awaitMessages(all);
                Sample from = warm.committed() < end.committed() ? warm : start;
                new Verification(platform, LOAD, Contender.TRUENORTH).check(oracle);
                long count = Math.max(1, end.committed() - from.committed());
                return new Throughput(
                        count / end.secondsSince(from),
                        end.clientCpu().minus(from.clientCpu()).toNanos() / 1e3 / count);
            }
        } finally {
            Workspace.delete(config.stateDirectory());
            platform.forget(applicationId);
            platform.delete(LOAD.topics());
        }
    }

    /** Writes the first touchpoint of each customer, or all others; returns their number. */
    private long write(boolean firstOnes) {
        TouchpointStream touchpoints = LOAD.touchpoints(size);
        NamedBy by = firstOnes && named.joins() ? NamedBy.BOTH : named;
        Set<String> seen = new HashSet<>();
        long written = 0;
        try (TouchpointWriter writer = TouchpointWriter.inBulk(platform, LOAD)) {
            for (int i = 0; i < settings.events(); i++) {
                Touchpoint touchpoint = touchpoints.next();
                if (seen.add(TouchpointWriter.customer(touchpoint)) == firstOnes) {
                    oracle.fold(touchpoint);
                    writer.write(by.name(touchpoint));
                    written++;
                }
            }
        }
        return written;
    }
}
