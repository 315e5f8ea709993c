package io.truenorth.benchmarks.dashboard;

import io.truenorth.benchmarks.harness.BenchmarkFailedException;
import io.truenorth.benchmarks.harness.Report;
import io.truenorth.benchmarks.harness.Workspace;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.logging.LogFormat;
import io.truenorth.service.logging.LogLevel;
import io.truenorth.service.logging.Logging;
import io.truenorth.service.logging.LoggingConfig;
import io.truenorth.standalone.LocalPorts;
import io.truenorth.standalone.LocalSystem;
import io.truenorth.standalone.LocalSystemConfig;
import io.truenorth.standalone.StartSteps;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command: load time of the page, and latency of live events with and without other clients. */
@Command(
        name = "dashboard-benchmark",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        header = "How soon does the dashboard tell?",
        description = {
            "",
            "Starts the whole system in this process, with 200 regions and 90 days of history, and opens the page in the"
                    + " system's Chromium, for somebody new each time. Then posts events to the gateway one after the other,"
                    + " and waits for the change of the customer: in the live events that the page listens to, and as a number"
                    + " on the page; first alone, then beside many who read and some who have stopped reading, while other"
                    + " customers come and go. Where there is no Chromium, only the live events are measured. Prints tables;"
                    + " progress goes to standard error.",
            ""
        })
public final class DashboardBenchmark implements Callable<Integer> {
    private static final int BATCHES = 50;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--events",
            description =
                    "Events that are posted and waited for in each measurement; for the page half as many, up to 100.")
    private int events = 200;

    @Option(names = "--warm-up", description = "Events before each measurement, which are not measured.")
    private int warmUp = 40;

    @Option(names = "--page-loads", description = "How often each view is opened.")
    private int pageLoads = 10;

    @Option(names = "--idle", description = "Clients that read and ask for nothing.")
    private int idle = 1000;

    @Option(names = "--stalled", description = "Clients that do not read.")
    private int stalled = 50;

    private DashboardBenchmark() {}

    /** Runs the command. */
    public static void main(String[] args) {
        Logging.configure(new LoggingConfig(LogFormat.TEXT, LogLevel.WARN));
        System.exit(run(args));
    }

    /** Runs the command and returns its exit code. */
    public static int run(String... args) {
        return new CommandLine(new DashboardBenchmark()).execute(args);
    }

    @Override
    public Integer call() throws Exception {
        report().say("starting the system");
        try (Workspace workspace = Workspace.in(Path.of(System.getProperty("java.io.tmpdir")));
                LocalSystem system = start(workspace)) {
            measure(system);
        } catch (BenchmarkFailedException e) {
            report().failed(e);
            return CommandLine.ExitCode.SOFTWARE;
        }
        return CommandLine.ExitCode.OK;
    }

    private static LocalSystem start(Workspace workspace) throws Exception {
        return LocalSystem.start(
                new LocalSystemConfig(workspace.directory("system"), false, LocalPorts.free(), ConfigSources.none()),
                StartSteps.silent());
    }

    private void measure(LocalSystem system) throws IOException, InterruptedException {
        PurchaseClient purchaseClient = new PurchaseClient(system.addresses().gateway());
        fill(system, purchaseClient);
        Optional<Path> browser = HeadlessChromium.find();
        if (browser.isEmpty()) {
            report().print("There is no Chromium on this machine: the page is not measured.");
            measure(system.addresses().dashboard(), purchaseClient, Optional.empty());
            return;
        }
        try (HeadlessChromium chromium = HeadlessChromium.start(browser.get())) {
            report().say("opening the page");
            new PageLoadReport(report(), chromium, pageLoads)
                    .measure(system.addresses().dashboard());
            measure(system.addresses().dashboard(), purchaseClient, Optional.of(chromium));
        }
    }

    private void fill(LocalSystem system, PurchaseClient purchaseClient) throws IOException, InterruptedException {
        report().say("filling it with %d regions and %d days", SeededHistory.REGIONS, SeededHistory.DAYS);
        SeededHistory.write(system);
        for (int i = 0; i < BATCHES; i++) {
            purchaseClient.ofOthers();
        }
        for (String customer : PurchaseClient.FOLLOWED) {
            purchaseClient.of(customer);
        }
        purchaseClient.of(PurchaseClient.SHOWN);
        new DashboardClient(system.addresses().dashboard()).awaitAllRead();
    }

    private void measure(URI dashboard, PurchaseClient purchaseClient, Optional<HeadlessChromium> chromium)
            throws IOException, InterruptedException {
        try (SseSubscriber subscriber = SseSubscriber.of(dashboard, PurchaseClient.FOLLOWED)) {
            LatencyReport latencyReport =
                    new LatencyReport(report(), dashboard, purchaseClient, subscriber, chromium, warmUp);
            report().say("posting events");
            latencyReport.alone(events);
            latencyReport.underLoad(events, idle, stalled);
        }
    }

    private Report report() {
        return new Report(spec);
    }
}
