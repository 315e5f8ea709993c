package io.truenorth.benchmarks.pipeline;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.truenorth.benchmarks.contender.Contender;
import io.truenorth.benchmarks.harness.BenchmarkFailedException;
import io.truenorth.benchmarks.harness.Platform;
import io.truenorth.benchmarks.harness.Report;
import io.truenorth.benchmarks.load.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** The runs of a benchmark that have no result yet: by load, then by round, so that contenders take turns. */
final class MeasurementPlan {
    private final List<Run> missing = new ArrayList<>();
    private final ResultsFile results;

    MeasurementPlan(List<Workload> loads, List<Contender> contenders, int rounds, ResultsFile results) {
        this.results = results;
        for (Workload load : loads) {
            for (int round = 1; round <= rounds; round++) {
                for (Contender contender : contenders) {
                    addUnlessMeasured(new Run(load, round, contender));
                }
            }
        }
    }

    /** One run. */
    private record Run(Workload load, int round, Contender contender) {
        String applicationId() {
            return load.title() + "-" + contender.title() + "-" + round;
        }
    }

    private void addUnlessMeasured(Run run) {
        boolean measured = results.rows().stream().anyMatch(row -> row.isOf(run.load, run.contender, run.round));
        if (!measured && run.contender.processes(run.load)) {
            missing.add(run);
        }
    }

    boolean isDone() {
        return missing.isEmpty();
    }

    /** Measures and saves each. A contender that fails has a result that says so; the others go on. */
    void run(Platform platform, ContenderLauncher launcher, Settings settings, Report report)
            throws IOException, RestClientException, InterruptedException, ExecutionException {
        for (Workload load : Workload.values()) {
            List<Run> runs = missing.stream().filter(run -> run.load == load).toList();
            if (!runs.isEmpty()) {
                WorkloadBenchmark benchmark = new WorkloadBenchmark(platform, launcher, load, settings);
                for (Run run : runs) {
                    ResultRow row = measured(benchmark, run, settings);
                    results.add(row);
                    reportRow(report, row);
                    if (settings.profiled()) {
                        reportProfile(report, launcher.recording(run.applicationId()));
                    }
                }
                benchmark.close();
            }
        }
    }

    private static ResultRow measured(WorkloadBenchmark benchmark, Run run, Settings settings)
            throws IOException, RestClientException, InterruptedException, ExecutionException {
        try {
            Measurement measurement = benchmark.run(run.contender, run.applicationId());
            return new ResultRow(run.load, run.contender, run.round, settings, measurement, null);
        } catch (BenchmarkFailedException e) {
            return new ResultRow(run.load, run.contender, run.round, settings, null, e.getMessage());
        }
    }

    private static void reportRow(Report report, ResultRow row) {
        Measurement measurement = row.measurement();
        String run = "%s, round %d, %s"
                .formatted(row.load().title(), row.round(), row.contender().title());
        if (measurement == null) {
            report.say("%s: failed: %s", run, String.valueOf(row.failure()));
            return;
        }
        report.say(
                "%s: %.1f k events/s, %.1f µs CPU each%s",
                run, measurement.eventsPerSecond() / 1e3, measurement.clientMicros(), warning(measurement));
    }

    private static String warning(Measurement measurement) {
        return measurement.isDisturbed()
                ? "; others used the processors: steal %.1f %%, foreign %.1f %%"
                        .formatted(measurement.stealPercent(), measurement.foreignPercent())
                : "";
    }

    private static void reportProfile(Report report, Path recording) throws IOException {
        if (Files.exists(recording)) {
            ContenderProfile.read(recording).lines().forEach(line -> report.say("%s", line));
        }
    }
}
