package io.truenorth.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.benchmarks.dashboard.DashboardBenchmark;
import io.truenorth.benchmarks.files.FilesBenchmark;
import io.truenorth.benchmarks.gateway.GatewayBenchmark;
import io.truenorth.benchmarks.pipeline.CapacityBenchmark;
import io.truenorth.benchmarks.pipeline.IdentitiesBenchmark;
import io.truenorth.benchmarks.pipeline.PipelineBenchmark;
import io.truenorth.service.logging.LogFormat;
import io.truenorth.service.logging.LogLevel;
import io.truenorth.service.logging.Logging;
import io.truenorth.service.logging.LoggingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs to its end with tiny sizes, so that none is found broken only when it is needed. */
class BenchmarkSmokeIT {
    private static final String FAST_START = "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    /** Builds on one machine would wait for each other. */
    @BeforeAll
    static void ignoreLock() {
        System.setProperty("jmh.ignoreLock", "true");
    }

    /** As the commands do; Kafka's clients log every request otherwise. */
    @BeforeAll
    static void logWarningsOnly() {
        Logging.configure(new LoggingConfig(LogFormat.TEXT, LogLevel.WARN));
    }

    @Test
    void theDomainIsMeasured() throws RunnerException {
        var results = new Runner(new OptionsBuilder()
                        .include(RelationshipBenchmark.class.getSimpleName())
                        .param("cells", "10")
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(10))
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run();

        assertThat(results).hasSize(9);
    }

    /** The quick command of the documentation, with even smaller sizes. */
    @Test
    void everyContenderProcessesEachLoadOfThePipeline() throws IOException {
        List<String> command = new ArrayList<>(quickCommand());
        command.addAll(List.of("--events", "4000", "--customers", "400", "--customers-on-disk", "200"));
        command.addAll(List.of("--warm-up", "0", "--step", "1", "--most-steps", "1"));
        command.addAll(List.of("--jvm", FAST_START, "--heap-state-jvm", FAST_START));
        // Not part of the default build.
        command.addAll(List.of("--flink", "none"));

        assertThat(PipelineBenchmark.run(command.toArray(String[]::new))).isZero();
    }

    @Test
    void theCapacityIsMeasured() {
        assertThat(CapacityBenchmark.run("--customers", "200,400", "--jvm", FAST_START))
                .isZero();
    }

    @Test
    void theCostOfIdentitiesIsMeasured() {
        assertThat(IdentitiesBenchmark.run(
                        "--events",
                        "4000",
                        "--customers",
                        "400",
                        "--touchpoints",
                        "ACCOUNT,ADDRESS",
                        "--rounds",
                        "1",
                        "--links",
                        "200",
                        "--seconds",
                        "1",
                        "--jvm",
                        FAST_START))
                .isZero();
    }

    private static List<String> quickCommand() throws IOException {
        String main = PipelineBenchmark.class.getName();
        return Files.readAllLines(Path.of("../../docs/performance.md")).stream()
                .filter(line -> line.contains(main) && line.contains("--quick"))
                .map(line -> List.of(line.substring(line.indexOf(main) + main.length())
                        .strip()
                        .split(" ")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theGatewayIsMeasuredBesideABareServer() {
        assertThat(GatewayBenchmark.run("--seconds", "1", "--warm-up", "1", "--connections", "4"))
                .isZero();
    }

    /** Without the commands, whose launcher would build them. */
    @Test
    void theHistoryOfTheFilesBenchmarkIsWritten(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("history.csv");

        assertThat(FilesBenchmark.run("--lines", "1000", "--file", file.toString()))
                .isZero();

        assertThat(Files.readAllLines(file)).hasSize(1001);
    }

    @Test
    void theDashboardIsMeasured() {
        assertThat(DashboardBenchmark.run(
                        "--events", "4", "--warm-up", "1", "--page-loads", "1", "--idle", "5", "--stalled", "1"))
                .isZero();
    }
}
