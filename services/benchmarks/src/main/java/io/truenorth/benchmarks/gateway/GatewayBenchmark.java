package io.truenorth.benchmarks.gateway;

import io.truenorth.benchmarks.harness.BenchmarkFailedException;
import io.truenorth.benchmarks.harness.Latencies;
import io.truenorth.benchmarks.harness.Platform;
import io.truenorth.benchmarks.harness.Report;
import io.truenorth.benchmarks.harness.Workspace;
import io.truenorth.service.logging.LogFormat;
import io.truenorth.service.logging.LogLevel;
import io.truenorth.service.logging.Logging;
import io.truenorth.service.logging.LoggingConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command: how many events a second the gateway takes, beside a server that reads them and drops them. */
@Command(
        name = "gateway-benchmark",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        header = "How many events a second does the gateway take?",
        description = {
            "",
            "Starts a broker, a registry, the gateway and a bare server of the same HTTP library, each in a process of its own,"
                    + " and sends from this one: single events, and batches. Accepted is what was answered with 202, which for the"
                    + " gateway means that Kafka has it. Compare ratios of one run, not figures of two machines.",
            ""
        })
public final class GatewayBenchmark implements Callable<Integer> {
    private static final List<String> JVM = List.of("-Xms512m", "-Xmx512m", "-XX:+UseParallelGC");
    private static final int SINGLE = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--seconds", description = "How long each measurement takes.")
    private int seconds = 15;

    @Option(names = "--warm-up", description = "Seconds before each.")
    private int warmUp = 15;

    @Option(names = "--batch", description = "Events of a batch.")
    private int batch = 100;

    @Option(
            names = "--connections",
            description = "Connections that send single events; a quarter of them sends batches.")
    private int connections = 32;

    @Option(names = "--soak", description = "Minutes at half load after that, with the gateway's memory at each.")
    private int soak = 0;

    private GatewayBenchmark() {}

    /** Runs the command. */
    public static void main(String[] args) {
        Logging.configure(new LoggingConfig(LogFormat.TEXT, LogLevel.WARN));
        System.exit(run(args));
    }

    /** Runs the command and returns its exit code. */
    public static int run(String... args) {
        return new CommandLine(new GatewayBenchmark()).execute(args);
    }

    @Override
    public Integer call() throws Exception {
        try (Workspace workspace = Workspace.in(Path.of(System.getProperty("java.io.tmpdir")))) {
            report().say("starting broker and registry");
            try (Platform platform = Platform.start(workspace)) {
                report().print(
                                "| server | events a request | k events/s | p50 ms | p99 ms | CPU µs/event | k events/s a core |");
                report().print("|---|---|---|---|---|---|---|");
                measure(Server.BARE, workspace, platform);
                measure(Server.GATEWAY, workspace, platform);
            }
        } catch (BenchmarkFailedException e) {
            report().failed(e);
            return CommandLine.ExitCode.SOFTWARE;
        }
        return CommandLine.ExitCode.OK;
    }

    private void measure(Server server, Workspace workspace, Platform platform) throws Exception {
        try (RunningServer running = RunningServer.start(server, workspace, platform, JVM)) {
            LoadGenerator singles = new LoadGenerator(running.port(), Requests.of(SINGLE), connections);
            Requests batches = Requests.of(batch);
            LoadGenerator load = new LoadGenerator(running.port(), batches, Math.max(1, connections / 4));
            unthrottled(server, running, singles, SINGLE);
            double rate = unthrottled(server, running, load, batch);
            if (server == Server.GATEWAY) {
                atHalfLoad(running, load, rate / 2);
                soak(running, load, rate / 2);
            }
        }
    }

    private double unthrottled(Server server, RunningServer running, LoadGenerator load, int events) throws Exception {
        report().say("%s, %d events a request", server.title(), events);
        load.unthrottled(Duration.ofSeconds(warmUp));
        Duration cpu = running.cpu();
        Latencies latencies = load.unthrottled(Duration.ofSeconds(seconds));
        return row(server.title(), events, latencies, running.cpu().minus(cpu));
    }

    private void atHalfLoad(RunningServer running, LoadGenerator load, double eventsPerSecond) throws Exception {
        report().say("gateway at half load");
        Duration cpu = running.cpu();
        Latencies latencies = load.atRate(Duration.ofSeconds(seconds), eventsPerSecond);
        row("gateway, half load", batch, latencies, running.cpu().minus(cpu));
    }

    private void soak(RunningServer running, LoadGenerator load, double eventsPerSecond) throws Exception {
        for (int minute = 1; minute <= soak; minute++) {
            load.atRate(Duration.ofMinutes(1), eventsPerSecond);
            report().print("minute %d: %d MiB resident", minute, running.residentMebibytes());
        }
    }

    private double row(String title, int events, Latencies latencies, Duration cpu) {
        double accepted = (double) latencies.count() * events;
        double micros = cpu.toNanos() / 1e3 / accepted;
        double perSecond = accepted / seconds;
        report().print(
                        "| %s | %d | **%.1f** | %.1f | %.1f | %.1f | %.1f |",
                        title,
                        events,
                        perSecond / 1e3,
                        latencies.quantile(0.5),
                        latencies.quantile(0.99),
                        micros,
                        1e3 / micros);
        return perSecond;
    }

    private Report report() {
        return new Report(spec);
    }
}
