package io.truenorth.local.demo;

import io.truenorth.local.deployment.Deployment;
import io.truenorth.local.histories.Notes;
import io.truenorth.local.system.LocalSystem;
import io.truenorth.local.system.LocalSystemConfig;
import io.truenorth.local.system.SystemDirectory;
import io.truenorth.producer.TouchpointProducer;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.service.logging.LogLevel;
import io.truenorth.service.logging.Logging;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One run of the demo: from the start of the system until somebody stops it or a part of it fails. */
public final class Demo {
    private static final Duration BEAT = Duration.ofSeconds(1);
    /** Where lines cannot be rewritten in place, one now and then will do. */
    private static final int BEATS_A_LINE = 10;

    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);
    private static final String SOMEBODY = "crm:sim-000001";

    private final LocalSystemConfig config;
    private final DemoOptions options;
    private final Notes notes;
    private final Clock clock;
    private final CompletableFuture<Optional<String>> end = new CompletableFuture<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();

    /** A run that tells its story to the notes. */
    public Demo(LocalSystemConfig config, DemoOptions options, Notes notes, Clock clock) {
        this.config = config;
        this.options = options;
        this.notes = notes;
        this.clock = clock;
    }

    /**
     * Runs until the process is told to stop, or a part fails.
     *
     * @return what failed, if something did
     */
    public Optional<String> run() throws Exception {
        Files.createDirectories(config.directory());
        Logging.toFile(SystemDirectory.log(config.directory()), LogLevel.INFO);
        Thread hook = new Thread(this::stopAndWait, "demo-shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return runToItsEnd();
        } finally {
            stopped.complete(null);
        }
    }

    /** The system's signal: the run ends by itself, and the process only then. */
    private void stopAndWait() {
        end.complete(Optional.empty());
        stopped.completeOnTimeout(null, LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private Optional<String> runToItsEnd() throws Exception {
        notes.line("Truenorth starts in " + config.directory() + (config.fresh() ? ", anew." : "."));
        config.ports().detours().forEach(detour -> notes.line("  " + detour));
        try (LocalSystem system = LocalSystem.start(config, new StartReport(notes))) {
            system.failure().thenAccept(failure -> end.complete(Optional.of(failure)));
            Optional<String> failure = live(system);
            failure.ifPresent(notes::line);
            notes.line("Stopping …");
            return failure;
        } finally {
            notes.line("Stopped.");
        }
    }

    private Optional<String> live(LocalSystem system) throws Exception {
        Deployment deployment =
                Deployment.of(system.configuration(), system.addresses().queries(), Optional.empty());
        RecordSerdes serdes = deployment.registry().serdes();
        try (PulseMonitor monitor = new PulseMonitor(system, deployment, serdes)) {
            DemoPage.of(system.addresses(), config.directory(), options.simulated() ? SOMEBODY : "")
                    .forEach(notes::line);
            if (!options.simulated()) {
                return showPulse(monitor, () -> {});
            }
            try (SimulatedCustomers customers = customers(deployment, serdes)) {
                notes.line(customers.people() + " people are simulated; two years of their history come first.");
                customers.failure().thenAccept(failure -> end.complete(Optional.of(failure)));
                customers.start();
                return showPulse(monitor, customers::remember);
            }
        } finally {
            serdes.registry().close();
        }
    }

    private SimulatedCustomers customers(Deployment deployment, RecordSerdes serdes) {
        TouchpointProducer producer = TouchpointProducer.on(
                deployment.kafka().client("truenorth-simulator", Map.of()),
                serdes,
                deployment.topics().topic(Topics.TOUCHPOINTS));
        return new SimulatedCustomers(
                SystemDirectory.simulation(config.directory()), options.seed(), options.customers(), producer, clock);
    }

    private Optional<String> showPulse(PulseMonitor monitor, Runnable eachBeat) throws InterruptedException {
        for (int beat = 1; ; beat++) {
            Optional<Optional<String>> ended = endWithin(BEAT);
            if (ended.isPresent()) {
                notes.clearStatus();
                return ended.get();
            }
            if (notes.rewrites()) {
                notes.status(monitor.feel().toString());
            } else if (beat % BEATS_A_LINE == 0) {
                notes.line(monitor.feel().toString());
            }
            eachBeat.run();
        }
    }

    private Optional<Optional<String>> endWithin(Duration time) throws InterruptedException {
        try {
            return Optional.of(end.get(time.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException goesOn) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new AssertionError("the end is only ever completed", e);
        }
    }
}
