package io.truenorth.benchmarks.pipeline;

import io.truenorth.benchmarks.contender.Contender;
import io.truenorth.benchmarks.harness.BenchmarkFailedException;
import io.truenorth.benchmarks.harness.MainClass;
import io.truenorth.benchmarks.harness.Platform;
import io.truenorth.benchmarks.harness.Report;
import io.truenorth.benchmarks.harness.Workspace;
import io.truenorth.benchmarks.load.Workload;
import io.truenorth.service.logging.LogFormat;
import io.truenorth.service.logging.LogLevel;
import io.truenorth.service.logging.Logging;
import io.truenorth.service.logging.LoggingConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command: the throughput of the streams service beside that of other programs. */
@Command(
        name = "pipeline-benchmark",
        mixinStandardHelpOptions = true,
        header = "How many touchpoints a second does the streams service score?",
        description = {
            "",
            "Starts a broker and a registry on this machine, writes touchpoints, and has each contender process them in a"
                    + " JVM of its own, in several rounds. Checks every customer's latest score. Prints Markdown tables;"
                    + " progress goes to standard error. Compare ratios of one run, not figures of different machines.",
            ""
        })
public final class PipelineBenchmark implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SizeOptions sizes = new SizeOptions();

    @Option(
            names = "--loads",
            split = ",",
            converter = LoadName.class,
            description = "What is processed, all by default: backlog, out-of-order, hot-customer, hot-scope, live,"
                    + " live-cached.")
    private List<Workload> loads = List.of(Workload.values());

    @Option(
            names = "--contenders",
            split = ",",
            converter = ContenderName.class,
            description = "Who runs, all by default: poll, decode, fold, score, limit, truenorth, truenorth-1s, dsl,"
                    + " dsl-tuned, dsl-same-results, flink-hashmap, flink-rocksdb. All process the backlog; limit, truenorth"
                    + " and dsl-same-results also the other loads.")
    private List<Contender> contenders = List.of(Contender.values());

    @Option(
            names = "--results",
            description = "Where each result is saved as soon as it is measured. Results that are there already are not"
                    + " measured again.")
    private Optional<Path> results = Optional.empty();

    @Option(names = "--flink", description = "The build directory of the Flink module.")
    private Path flink = Path.of("services/benchmarks-flink/target");

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
        return new CommandLine(new PipelineBenchmark()).execute(args);
    }

    @Override
    public Integer call() throws Exception {
        try {
            ResultsFile file = new ResultsFile(results, sizes.settings());
            measure(file);
            new ResultsTable(file.rows()).lines().forEach(line -> report().print("%s", line));
            return file.rows().stream().allMatch(row -> row.failure() == null)
                    ? CommandLine.ExitCode.OK
                    : CommandLine.ExitCode.SOFTWARE;
        } catch (BenchmarkFailedException e) {
            report().failed(e);
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private void measure(ResultsFile file) throws Exception {
        Optional<MainClass> flinkMain = FlinkModule.find(flink);
        List<Contender> able = contenders.stream()
                .filter(contender -> !contender.isFlink() || flinkMain.isPresent())
                .toList();
        if (able.size() < contenders.size()) {
            report().say(
                            "without Flink: no jar in %s; it is built by mvn -Pbenchmarks -pl services/benchmarks-flink -am package",
                            flink);
        }
        MeasurementPlan plan = new MeasurementPlan(loads, able, sizes.rounds(), file);
        if (plan.isDone()) {
            return;
        }
        try (Workspace workspace = Workspace.in(directory)) {
            report().say("starting broker and registry");
            try (Platform platform = Platform.start(workspace)) {
                ContenderLauncher launcher = new ContenderLauncher(workspace, platform, sizes.settings(), flinkMain);
                plan.run(platform, launcher, sizes.settings(), report());
            }
        }
    }

    private Report report() {
        return new Report(spec);
    }

    /** Reads a load as it is written in results. */
    private static final class LoadName implements CommandLine.ITypeConverter<Workload> {
        @Override
        public Workload convert(String value) {
            return List.of(Workload.values()).stream()
                    .filter(load -> load.title().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new CommandLine.TypeConversionException("expected a load, was " + value));
        }
    }

    /** Reads a contender as it is written in results. */
    private static final class ContenderName implements CommandLine.ITypeConverter<Contender> {
        @Override
        public Contender convert(String value) {
            return List.of(Contender.values()).stream()
                    .filter(contender -> contender.title().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new CommandLine.TypeConversionException("expected a contender, was " + value));
        }
    }
}
