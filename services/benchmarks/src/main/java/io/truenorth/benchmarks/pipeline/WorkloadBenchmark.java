package io.truenorth.benchmarks.pipeline;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.truenorth.benchmarks.contender.Contender;
import io.truenorth.benchmarks.contender.ContenderConfig;
import io.truenorth.benchmarks.harness.Platform;
import io.truenorth.benchmarks.harness.Workspace;
import io.truenorth.benchmarks.load.TouchpointStream;
import io.truenorth.benchmarks.load.TouchpointWriter;
import io.truenorth.benchmarks.load.Workload;
import io.truenorth.benchmarks.load.WorkloadSize;
import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Runs contenders on one load. The touchpoints are written once, or anew for each run of a live load. */
final class WorkloadBenchmark {
    /** The touchpoints of the last visits are not in the future. */
    private static final Duration LONGEST_VISIT = Duration.ofHours(1);

    private static final List<Topic<?, ?>> RESULTS =
            List.of(Topics.RELATIONSHIP_SCORES, Topics.STAGE_TRANSITIONS, Topics.ADVOCACY_DASHBOARD);
    private static final List<Topic<?, ?>> TOUCHPOINTS_AND_RESULTS = List.of(
            Topics.TOUCHPOINTS, Topics.RELATIONSHIP_SCORES, Topics.STAGE_TRANSITIONS, Topics.ADVOCACY_DASHBOARD);

    private final Platform platform;
    private final ContenderLauncher launcher;
    private final Workload load;
    private final WorkloadSize size;
    private final Settings settings;
    private final Oracle oracle = new Oracle();
    private boolean written;

    WorkloadBenchmark(Platform platform, ContenderLauncher launcher, Workload load, Settings settings) {
        this.platform = platform;
        this.launcher = launcher;
        this.load = load;
        this.size = settings.loadSize(System.currentTimeMillis() - LONGEST_VISIT.toMillis());
        this.settings = settings;
    }

    /**
     * Runs a contender.
     *
     * @param applicationId different from that of any other run
     * @throws io.truenorth.benchmarks.harness.BenchmarkFailedException if it fails, takes too long, or publishes
     *     anything wrong
     */
    Measurement run(Contender contender, String applicationId)
            throws IOException, RestClientException, InterruptedException, ExecutionException {
        prepare();
        ContenderConfig config = launcher.config(contender, load.topics().prefix(), applicationId);
        try {
            return load.isLive()
                    ? new LiveLoadRun(platform, launcher, load, size, settings).run(contender, config, oracle)
                    : new WrittenLoadRun(platform, launcher, load, settings).run(contender, config, oracle);
        } finally {
            Workspace.delete(config.stateDirectory());
            platform.forget(applicationId);
        }
    }

    /** Empties the topics of results, and writes the touchpoints if that is necessary. */
    private void prepare() throws IOException, RestClientException, InterruptedException, ExecutionException {
        if (!written) {
            platform.provision(load.topics());
            write();
        } else if (load.isLive()) {
            platform.empty(load.topics(), TOUCHPOINTS_AND_RESULTS);
            write();
        } else {
            platform.empty(load.topics(), RESULTS);
        }
    }

    private void write() {
        TouchpointStream touchpoints = load.touchpoints(size);
        try (TouchpointWriter writer = TouchpointWriter.inBulk(platform, load)) {
            for (int i = 0; i < load.events(size); i++) {
                Touchpoint touchpoint = touchpoints.next();
                if (!written) {
                    oracle.fold(touchpoint);
                }
                writer.write(touchpoint);
            }
        }
        written = true;
    }

    /** Deletes the topics of the load. */
    void close() throws InterruptedException, ExecutionException {
        platform.delete(load.topics());
    }
}
