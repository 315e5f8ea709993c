package io.truenorth.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.benchmarks.dashboard.DashboardBenchmark;
import io.truenorth.benchmarks.gateway.GatewayBenchmark;
import io.truenorth.benchmarks.pipeline.PipelineBenchmark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs to its end with tiny sizes, so that none is found broken only when it is needed. */
class BenchmarkSmokeIT {
    /** Builds on one machine would wait for each other. */
    @BeforeAll
    static void ignoreLock() {
        System.setProperty("jmh.ignoreLock", "true");
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

        assertThat(results).hasSize(8);
    }

    @Test
    void everyContenderOfThePipelineScoresRight() {
        assertThat(PipelineBenchmark.run(
                        "--events", "5000", "--customers", "500", "--rounds", "1", "--jvm", "-Xmx256m"))
                .isZero();
    }

    @Test
    void theGatewayIsMeasuredBesideABareServer() {
        assertThat(GatewayBenchmark.run("--seconds", "1", "--warm-up", "1", "--connections", "4"))
                .isZero();
    }

    @Test
    void theDashboardIsMeasured() {
        assertThat(DashboardBenchmark.run(
                        "--events", "4", "--warm-up", "1", "--page-loads", "1", "--idle", "5", "--stalled", "1"))
                .isZero();
    }
}
