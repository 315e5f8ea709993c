package io.truenorth.benchmarks.pipeline;

import io.truenorth.benchmarks.harness.BenchmarkFailedException;
import io.truenorth.benchmarks.harness.Platform;
import io.truenorth.benchmarks.harness.Report;
import io.truenorth.benchmarks.harness.Workspace;
import io.truenorth.service.logging.LogFormat;
import io.truenorth.service.logging.LogLevel;
import io.truenorth.service.logging.Logging;
import io.truenorth.service.logging.LoggingConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command: what a number of customers takes in disk and memory, and how long their stores take to be rebuilt. */
@Command(
        name = "capacity-benchmark",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        header = "What do customers take, and how long until they are there again?",
        description = {
            "",
            "For each number of customers, the streams service processes a history of some touchpoints each. Then it is started"
                    + " again, once with its stores and once without, and the time until it has processed new touchpoints of"
                    + " all partitions is measured. Prints a Markdown table; progress goes to standard error.",
            ""
        })
public final class CapacityBenchmark implements Callable<Integer> {
    private static final double SHORTEST_REBUILD_MILLIS = 200;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--customers", split = ",", description = "The sizes to measure.")
    private List<Integer> customers = List.of(100_000, 400_000);

    @Option(names = "--touches", description = "Touchpoints of each customer.")
    private int touches = SizeOptions.TOUCHES_PER_CUSTOMER;

    @Option(names = "--jvm", split = " ", description = "JVM options of the streams service.")
    private List<String> jvm = List.of("-Xms2g", "-Xmx2g", "-XX:+UseParallelGC");

    @Option(names = "--directory", description = "Where temporary data goes; it is deleted at the end.")
    private Path directory = Path.of(System.getProperty("java.io.tmpdir"));

    private CapacityBenchmark() {}

    /** Runs the command. */
    public static void main(String[] args) {
        Logging.configure(new LoggingConfig(LogFormat.TEXT, LogLevel.WARN));
        System.exit(run(args));
    }

    /** Runs the command and returns its exit code. */
    public static int run(String... args) {
        return new CommandLine(new CapacityBenchmark()).execute(args);
    }

    @Override
    public Integer call() throws Exception {
        Report report = new Report(spec);
        try (Workspace workspace = Workspace.in(directory)) {
            report.say("starting broker and registry");
            try (Platform platform = Platform.start(workspace)) {
                report.print("| customers | k events/s | peak RSS MiB | store bytes/customer | changelog bytes/customer"
                        + " | restart s | with rebuilt stores s | rebuilt k customers/s | k rows/s |");
                report.print("|---|---|---|---|---|---|---|---|---|");
                for (int size : customers) {
                    report.say("%,d customers", size);
                    ContenderLauncher launcher = new ContenderLauncher(
                            workspace,
                            platform,
                            SizeOptions.backlogOf(Math.multiplyExact(touches, size), size, jvm),
                            Optional.empty());
                    print(report, new CapacityRun(platform, launcher, size, touches).run());
                }
            }
            return CommandLine.ExitCode.OK;
        } catch (BenchmarkFailedException e) {
            report.failed(e);
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private static void print(Report report, CapacityRun.Capacity size) {
        double customers = size.customers();
        double rebuildMillis = 1e3 * (size.rebuildSeconds() - size.restartSeconds());
        report.print(
                "| %,d | %.1f | %d | %.0f | %.0f | %.1f | %.1f | %s | %s |",
                size.customers(),
                size.eventsPerSecond() / 1e3,
                size.peakKibibytes() / 1024,
                size.storeBytes() / customers,
                size.changelogBytes() / customers,
                size.restartSeconds(),
                size.rebuildSeconds(),
                rate(customers, rebuildMillis),
                rate(size.rows(), rebuildMillis));
    }

    /** Small stores are rebuilt within the variation of starts. */
    private static String rate(double count, double millis) {
        return millis < SHORTEST_REBUILD_MILLIS ? "–" : String.format(Locale.ROOT, "%.0f", count / millis);
    }
}
