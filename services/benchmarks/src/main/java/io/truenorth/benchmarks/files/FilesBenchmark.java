package io.truenorth.benchmarks.files;

import io.truenorth.benchmarks.harness.BenchmarkFailedException;
import io.truenorth.benchmarks.harness.ChildProcess;
import io.truenorth.benchmarks.harness.Report;
import io.truenorth.benchmarks.harness.Stopwatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command: how long the command line takes for a large history, and how much memory. */
@Command(
        name = "files-benchmark",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        header = "How long do score and replay take for a large history?",
        description = {
            "",
            "Writes a history from a seed, scores it with the launcher of the command line, and replays it into a running system"
                    + " if there is one. The memory is the highest resident set of the command's process.",
            ""
        })
public final class FilesBenchmark implements Callable<Integer> {
    private static final long SAMPLE_MILLIS = 50;
    private static final double KIBIBYTES_PER_MEGABYTE = 1e6 / 1024;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--lines", description = "Lines of the history.")
    private int lines = 6_300_000;

    @Option(names = "--seed", description = "The seed of the history.")
    private long seed = 7;

    @Option(names = "--file", required = true, description = "Where to write the history.")
    private Path file = Path.of("");

    @Option(names = "--launcher", description = "The launcher, truenorth; without it, only the history is written.")
    private Optional<Path> launcher = Optional.empty();

    @Option(names = "--replay-into", description = "The directory of a running system, to measure replay too.")
    private Optional<Path> system = Optional.empty();

    private FilesBenchmark() {}

    /** Runs the command. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs the command and returns its exit code. */
    public static int run(String... args) {
        return new CommandLine(new FilesBenchmark()).execute(args);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Report report = new Report(spec);
        report.say("writing %s", file);
        new HistoryFileWriter(seed).write(file, lines);
        if (launcher.isEmpty()) {
            return CommandLine.ExitCode.OK;
        }
        try {
            report.print("| command | lines | s | CPU µs/line | peak RSS MB |");
            report.print("|---|---|---|---|---|");
            measure(report, launcher.get(), "score", List.of("--as-of", "2025-01-01"));
            if (system.isPresent()) {
                measure(
                        report,
                        launcher.get(),
                        "replay",
                        List.of("--dir", system.get().toString()));
            }
            return CommandLine.ExitCode.OK;
        } catch (BenchmarkFailedException e) {
            report.failed(e);
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private void measure(Report report, Path truenorth, String command, List<String> options)
            throws IOException, InterruptedException {
        report.say("%s", command);
        Path log = Files.createTempFile("truenorth-" + command, ".log");
        List<String> line = new ArrayList<>(List.of(truenorth.toAbsolutePath().toString(), command, file.toString()));
        line.addAll(options);
        Stopwatch stopwatch = Stopwatch.start();
        Process process = new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(log.toFile())
                .start();
        long memory = 0;
        Duration cpu = Duration.ZERO;
        try (ChildProcess child = new ChildProcess(command, process, log)) {
            while (!process.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
                memory = Math.max(memory, child.peakResidentKibibytes());
                cpu = child.cpu().compareTo(cpu) > 0 ? child.cpu() : cpu;
            }
            if (process.exitValue() != 0) {
                child.requireAlive();
            }
        }
        report.print(
                "| %s | %,d | %.1f | %.1f | %.0f |",
                command,
                lines,
                stopwatch.elapsed().toMillis() / 1e3,
                cpu.toNanos() / 1e3 / lines,
                memory / KIBIBYTES_PER_MEGABYTE);
        Files.delete(log);
    }
}
