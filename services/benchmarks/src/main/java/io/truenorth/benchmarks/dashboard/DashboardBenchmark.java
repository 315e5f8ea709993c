package io.truenorth.benchmarks.dashboard;

import io.truenorth.benchmarks.machinery.BenchmarkFailedException;
import io.truenorth.benchmarks.machinery.Workshop;
import io.truenorth.local.system.LocalPorts;
import io.truenorth.local.system.LocalSystem;
import io.truenorth.local.system.LocalSystemConfig;
import io.truenorth.local.system.StartSteps;
import io.truenorth.service.config.ConfigSources;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command: how long from a posted event to its change at a page that follows, alone and in a crowd. */
@Command(
        name = "dashboard-benchmark",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        header = "How long until the dashboard tells?",
        description = {
            "",
            "Starts the whole system in this process, posts events to the gateway one after the other, and waits for the change"
                    + " of the customer on the live events that the page listens to: first alone, then beside many who read"
                    + " and some who have stopped reading, while other customers come and go.",
            ""
        })
public final class DashboardBenchmark implements Callable<Integer> {
    private static final int FOLLOWED = 40;
    private static final int REGIONS = 200;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--events", description = "Events that are posted and waited for, in each measurement.")
    private int events = 200;

    @Option(names = "--idle", description = "Clients that read and ask for nothing.")
    private int idle = 1000;

    @Option(names = "--stalled", description = "Clients that do not read.")
    private int stalled = 50;

    private final HttpClient http = HttpClient.newHttpClient();
    private int number;

    private DashboardBenchmark() {}

    /** Runs the command. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new DashboardBenchmark()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        try (Workshop workshop = Workshop.in(Path.of(System.getProperty("java.io.tmpdir")));
                LocalSystem system = start(workshop)) {
            URI gateway = system.addresses().gateway();
            List<String> customers =
                    IntStream.range(0, FOLLOWED).mapToObj(i -> "crm:f-" + i).toList();
            postCrowd(gateway, 20);
            try (Follower follower = Follower.of(system.addresses().dashboard(), customers)) {
                measure(gateway, follower, FOLLOWED);
                row("alone", measure(gateway, follower, events));
                inACrowd(system, gateway, follower);
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private static LocalSystem start(Workshop workshop) throws Exception {
        return LocalSystem.start(
                new LocalSystemConfig(workshop.directory("system"), false, LocalPorts.free(), ConfigSources.none()),
                StartSteps.silent());
    }

    private void inACrowd(LocalSystem system, URI gateway, Follower follower) throws Exception {
        long before = heapMebibytes();
        try (Crowd crowd = new Crowd(system.addresses().dashboard())) {
            crowd.addIdle(idle);
            crowd.addStalled(stalled);
            crowd.start();
            measure(gateway, follower, FOLLOWED);
            row(
                    String.format(Locale.ROOT, "beside %d idle, %d stalled", idle, stalled),
                    measure(gateway, follower, events));
            print("heap of the whole system in MiB: %d before, %d with them", before, heapMebibytes());
        }
    }

    private static long heapMebibytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    /** Of each event, how long until its change came, in ms, sorted. */
    private List<Double> measure(URI gateway, Follower follower, int count) throws Exception {
        double[] millis = new double[count];
        for (int i = 0; i < count; i++) {
            if (i % 10 == 0) {
                postCrowd(gateway, 1);
            }
            follower.forget();
            String customer = "f-" + number % FOLLOWED;
            long posted = System.nanoTime();
            post(gateway, "[" + event(customer, "north") + "]");
            while (!follower.next().contains("\"crm:" + customer + "\"")) {
                // Of another one, posted before.
            }
            millis[i] = (System.nanoTime() - posted) / 1e6;
        }
        return IntStream.range(0, count).mapToObj(i -> millis[i]).sorted().toList();
    }

    /** Customers of two hundred regions, so that many scopes change. */
    private void postCrowd(URI gateway, int batches) throws Exception {
        for (int i = 0; i < batches; i++) {
            post(
                    gateway,
                    IntStream.range(0, 100)
                            .mapToObj(j -> event("c-" + number % 5000, "r" + number % REGIONS))
                            .collect(Collectors.joining(",", "[", "]")));
        }
    }

    private String event(String customer, String region) {
        number++;
        return String.format(
                Locale.ROOT,
                "{\"eventId\": \"b-%d\", \"identities\": [{\"namespace\": \"crm\", \"value\": \"%s\"}], \"occurredAt\": \"%s\","
                        + " \"channel\": \"web\", \"kind\": \"purchase\", \"direction\": \"in\", \"subject\": \"s%d\","
                        + " \"attributes\": {\"region\": \"%s\"}}",
                number,
                customer,
                Instant.now().minusSeconds(86_400L * (number / FOLLOWED % 300)),
                number,
                region);
    }

    private void post(URI gateway, String body) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(gateway.resolve("/v1/touchpoints"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new BenchmarkFailedException("expected 202, was " + answer.statusCode() + ": " + answer.body());
        }
    }

    private void row(String title, List<Double> sorted) {
        print(
                "%-30s  p50 %6.0f ms  p99 %6.0f ms",
                title, sorted.get(sorted.size() / 2), sorted.get((int)
                        Math.min(sorted.size() - 1L, Math.round(sorted.size() * 0.99))));
    }

    private void print(String format, Object... arguments) {
        spec.commandLine().getOut().println(String.format(Locale.ROOT, format, arguments));
        spec.commandLine().getOut().flush();
    }
}
