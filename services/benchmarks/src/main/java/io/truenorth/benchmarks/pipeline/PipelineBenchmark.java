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
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command: how many touchpoints a second, beside a plain loop and beside Kafka Streams' DSL. */
@Command(
        name = "pipeline-benchmark",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        header = "How many touchpoints a second does the streams service score?",
        description = {
            "",
            "Starts a broker and a registry on this machine, writes a backlog, and has each contender work it off in a JVM of"
                    + " its own, in several rounds. Checks every score that is published. Prints a table; progress goes"
                    + " to standard error. Compare ratios of one run, not figures of two machines.",
            ""
        })
public final class PipelineBenchmark implements Callable<Integer> {
    private static final int MOST_EVENTS = 20_000_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--events", description = "Touchpoints of the backlog.")
    private int events = 1_000_000;

    @Option(names = "--customers", description = "Customers who come, some often and most of them seldom.")
    private int customers = 100_000;

    @Option(names = "--rounds", description = "How often each contender runs.")
    private int rounds = 3;

    @Option(
            names = "--warm-up",
            description = "How much of the backlog, in percent, is worked off before the watch starts.")
    private int warmUp = 25;

    @Option(names = "--contenders", split = ",", description = "Who runs: ${COMPLETION-CANDIDATES}.")
    private List<Contender> contenders = List.of(Contender.values());

    @Option(names = "--seed", description = "Of the backlog.")
    private long seed = 1;

    @Option(names = "--jvm", split = " ", description = "JVM options of every contender, separated by blanks.")
    private List<String> jvmOptions = List.of("-Xms2g", "-Xmx2g", "-XX:+UseParallelGC");

    @Option(names = "--directory", description = "Where temporary data goes; it is deleted at the end.")
    private Path directory = Path.of(System.getProperty("java.io.tmpdir"));

    private PipelineBenchmark() {}

    /** Runs the command. */
    public static void main(String[] args) {
        Logging.configure(new LoggingConfig(LogFormat.TEXT, LogLevel.WARN));
        System.exit(run(args));
    }

    /** Runs the command and returns its exit code. */
    public static int run(String... args) {
        return new CommandLine(new PipelineBenchmark())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args);
    }

    @Override
    public Integer call() throws Exception {
        require("--events", 1, events, MOST_EVENTS);
        require("--customers", 1, customers, events);
        require("--rounds", 1, rounds, 100);
        require("--warm-up", 0, warmUp, 90);
        try (Workspace workspace = Workspace.in(directory)) {
            report().say("starting broker and registry");
            try (Platform platform = Platform.start(workspace)) {
                Results results = measure(workspace, platform);
                results.lines().forEach(spec.commandLine().getOut()::println);
                spec.commandLine().getOut().flush();
            }
        } catch (BenchmarkFailedException e) {
            report().failed(e);
            return CommandLine.ExitCode.SOFTWARE;
        }
        return CommandLine.ExitCode.OK;
    }

    private void require(String option, int least, int value, int most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    spec.commandLine(), option + ": expected %,d to %,d, was %,d".formatted(least, most, value));
        }
    }

    private Results measure(Workspace workspace, Platform platform) throws Exception {
        report().say("writing %,d touchpoints", events);
        Backlog backlog = new Backlog(seed, events, customers, System.currentTimeMillis());
        Oracle oracle = new BacklogWriter(platform).write(backlog, events);
        report().say("of %,d customers", oracle.customers());
        ContenderRun runs = new ContenderRun(workspace, platform, jvmOptions, events, (long) events * warmUp / 100);
        Results results = new Results();
        for (int round = 1; round <= rounds; round++) {
            for (Contender contender : contenders) {
                Measurement measured = runs.run(contender, contender.title() + "-" + round, oracle);
                results.add(contender, measured);
                report().say(
                                "round %d of %d, %-9s %7.1f k events/s, %6.1f µs CPU each, scores right",
                                round,
                                rounds,
                                contender.title(),
                                measured.thousandsPerSecond(),
                                measured.clientMicrosPerEvent());
            }
        }
        return results;
    }

    private Report report() {
        return new Report(spec);
    }
}
