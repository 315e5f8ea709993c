package io.truenorth.benchmarks.pipeline;

import io.truenorth.benchmarks.harness.BenchmarkFailedException;
import io.truenorth.benchmarks.harness.Platform;
import io.truenorth.benchmarks.harness.Report;
import io.truenorth.benchmarks.harness.Workspace;
import io.truenorth.benchmarks.load.NamedBy;
import io.truenorth.benchmarks.pipeline.IdentitiesRun.Throughput;
import io.truenorth.service.logging.LogFormat;
import io.truenorth.service.logging.LogLevel;
import io.truenorth.service.logging.Logging;
import io.truenorth.service.logging.LoggingConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command: what it costs that customers have several identities. */
@Command(
        name = "identities-benchmark",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        header = "What does it cost that customers have several identities?",
        description = {
            "",
            "Processes the backlog four times: of customers with one identity, of customers with two by touchpoints that name"
                    + " the customer's own, of such by touchpoints that name both, and by touchpoints that name the other one"
                    + " only, so that each is sent on to its customer. The links themselves are processed before and not measured. Then a storm of links: how long"
                    + " from a link to the join, and how many messages it takes. Scores are checked, as in the pipeline"
                    + " benchmark. Each is measured in several rounds, as a first one"
                    + " is slower. Prints Markdown tables; progress goes to standard error.",
            ""
        })
public final class IdentitiesBenchmark implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--events", description = "Touchpoints of the backlog.")
    private int events = 2_400_000;

    @Option(names = "--customers", description = "Customers whom these concern.")
    private int customers = 200_000;

    @Option(names = "--rounds", description = "Times that each of the four is measured; they take turns.")
    private int rounds = 3;

    @Option(names = "--links", description = "Links of the storm.")
    private int links = 100_000;

    @Option(names = "--seconds", description = "How long the storm lasts.")
    private int seconds = 60;

    @Option(
            names = "--touchpoints",
            split = ",",
            description = "Which of the four, and the first as the one to compare with: ${COMPLETION-CANDIDATES}.")
    private List<NamedBy> named = List.of(NamedBy.values());

    @Option(names = "--jvm", split = " ", description = "JVM options of the streams service.")
    private List<String> jvm = List.of("-Xms2g", "-Xmx2g", "-XX:+UseParallelGC");

    @Option(names = "--directory", description = "Where temporary data goes; it is deleted at the end.")
    private Path directory = Path.of(System.getProperty("java.io.tmpdir"));

    private IdentitiesBenchmark() {}

    /** Runs the command. */
    public static void main(String[] args) {
        Logging.configure(new LoggingConfig(LogFormat.TEXT, LogLevel.WARN));
        System.exit(run(args));
    }

    /** Runs the command and returns its exit code. */
    public static int run(String... args) {
        return new CommandLine(new IdentitiesBenchmark()).execute(args);
    }

    @Override
    public Integer call() throws Exception {
        Report report = new Report(spec);
        try (Workspace workspace = Workspace.in(directory)) {
            report.say("starting broker and registry");
            try (Platform platform = Platform.start(workspace)) {
                Settings settings = SizeOptions.backlogOf(events, customers, jvm);
                ContenderLauncher launcher = new ContenderLauncher(workspace, platform, settings, Optional.empty());
                measureBacklogs(report, platform, launcher, settings);
                measureStorm(report, platform, launcher);
            }
            return CommandLine.ExitCode.OK;
        } catch (BenchmarkFailedException e) {
            report.failed(e);
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private void measureBacklogs(Report report, Platform platform, ContenderLauncher launcher, Settings settings)
            throws Exception {
        List<Rounds> measured = named.stream().map(Rounds::new).toList();
        for (int round = 1; round <= rounds; round++) {
            for (Rounds one : measured) {
                report.say("round %d of %d: backlog named by %s", round, rounds, one.by.title());
                one.runs.add(new IdentitiesRun(platform, launcher, settings, one.by).run());
            }
        }
        Rounds compared = measured.get(0);
        report.print(
                "| touchpoints name | k events/s: median (min–max) | ÷ `%s` | client CPU µs/event |",
                compared.by.title());
        report.print("|---|---|---|---|");
        for (Rounds one : measured) {
            double[] rates = one.sorted(Throughput::eventsPerSecond);
            report.print(
                    "| `%s` | %.1f (%.1f–%.1f) | %.2f | %.1f |",
                    one.by.title(),
                    one.median(Throughput::eventsPerSecond) / 1e3,
                    rates[0] / 1e3,
                    rates[rates.length - 1] / 1e3,
                    one.median(Throughput::eventsPerSecond) / compared.median(Throughput::eventsPerSecond),
                    one.median(Throughput::clientMicros));
        }
    }

    /** What was measured of touchpoints that name customers in one way. */
    private record Rounds(NamedBy by, List<Throughput> runs) {
        Rounds(NamedBy by) {
            this(by, new ArrayList<>());
        }

        double median(ToDoubleFunction<Throughput> value) {
            double[] values = sorted(value);
            return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
        }

        double[] sorted(ToDoubleFunction<Throughput> value) {
            return runs.stream().mapToDouble(value).sorted().toArray();
        }
    }

    private void measureStorm(Report report, Platform platform, ContenderLauncher launcher) throws Exception {
        report.say("%,d links within %d s", links, seconds);
        LinkStorm.Worked storm = new LinkStorm(platform, launcher, links, Duration.ofSeconds(seconds)).run();
        report.print("");
        report.print(
                "| links | sent within s | joined within s | messages per link | records per link | p50 ms | p99 ms |");
        report.print("|---|---|---|---|---|---|---|");
        report.print(
                "| %,d | %d | %.1f | %.2f | %.2f | %.0f | %.0f |",
                links,
                seconds,
                storm.seconds(),
                (double) storm.sent().messages() / links,
                (double) storm.sent().records() / links,
                storm.latencies().quantile(0.5),
                storm.latencies().quantile(0.99));
    }
}
