package io.truenorth.standalone.demo;

import io.truenorth.deployment.Deployment;
import io.truenorth.producer.TouchpointProducer;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.service.logging.Logging;
import io.truenorth.standalone.LocalSystem;
import io.truenorth.standalone.LocalSystemConfig;
import io.truenorth.standalone.SystemDirectory;
import io.truenorth.standalone.terminal.StatusOutput;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One run of the demo: from the start of the system until it is stopped or a part of it fails. */
public final class Demo {
    private static final Duration BEAT = Duration.ofSeconds(1);
    /** Without a status line, a line is printed every ten seconds. */
    private static final int BEATS_A_LINE = 10;

    /** A starting broker cannot be interrupted; it is stopped once it is up. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    /** A broker in the same process that does not respond for long has failed. */
    private static final Map<String, Integer> IMPATIENT =
            Map.of("delivery.timeout.ms", 20_000, "request.timeout.ms", 15_000, "max.block.ms", 15_000);

    private static final String EXAMPLE_CUSTOMER = "crm:sim-000003";

    private final LocalSystemConfig config;
    private final DemoOptions options;
    private final StatusOutput output;
    private final Clock clock;
    private final CompletableFuture<Optional<String>> end = new CompletableFuture<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final Thread starter = Thread.currentThread();
    private volatile boolean started;

    /** A run on the calling thread. */
    public Demo(LocalSystemConfig config, DemoOptions options, StatusOutput output, Clock clock) {
        this.config = options.simulated() ? config.simulated() : config;
        this.options = options;
        this.output = output;
        this.clock = clock;
    }

    /**
     * Runs until the process is stopped or a part fails.
     *
     * @return the failure, if there was one
     */
    public Optional<String> run() throws Exception {
        Logging.silence();
        Thread hook = new Thread(this::stopAndWait, "demo-shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return runToItsEnd();
        } catch (Exception | Error e) {
            if (isStoppedWhileItStarts()) {
                return Optional.empty();
            }
            throw e;
        } finally {
            stopped.complete(null);
        }
    }

    /** Exceptions of an interrupted start are not failures. */
    private boolean isStoppedWhileItStarts() {
        return !started && end.isDone();
    }

    /** On a signal: the run ends first, then the process. */
    private void stopAndWait() {
        end.complete(Optional.empty());
        if (!started) {
            starter.interrupt();
        }
        stopped.completeOnTimeout(null, LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private Optional<String> runToItsEnd() throws Exception {
        LocalSystem.requireResources();
        output.line("Truenorth starts in " + config.directory() + (config.fresh() ? ", with new data." : "."));
        config.ports().detours().forEach(detour -> output.line("  " + detour));
        if (options.simulated()) {
            DemoObjectives.writeTo(config.directory(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        }
        try (LocalSystem system = LocalSystem.start(config, new StartReport(output))) {
            started = true;
            system.failure().thenAccept(failure -> end.complete(Optional.of(failure)));
            Optional<String> failure = live(system);
            failure.ifPresent(message -> message.lines().forEach(output::line));
            output.line("Stopping …");
            return failure;
        } finally {
            output.line("Stopped.");
        }
    }

    private Optional<String> live(LocalSystem system) throws Exception {
        Deployment deployment = system.deployment();
        RecordSerdes serdes = deployment.registry().serdes();
        try (SystemStatusMonitor monitor = new SystemStatusMonitor(system, deployment, serdes)) {
            DemoPage.of(system.addresses(), config.directory(), options.simulated() ? EXAMPLE_CUSTOMER : "")
                    .forEach(output::line);
            if (!options.simulated()) {
                return showStatus(monitor);
            }
            try (SimulatedCustomers customers = customers(deployment, serdes)) {
                output.line("Simulating " + customers.people() + " customers"
                        + (customers.areNew()
                                ? ", starting with two years of history."
                                : ", continuing from the last run."));
                customers.failure().thenAccept(failure -> end.complete(Optional.of(failure)));
                customers.start();
                return showStatus(monitor);
            }
        } finally {
            serdes.registry().close();
        }
    }

    private SimulatedCustomers customers(Deployment deployment, RecordSerdes serdes) {
        TouchpointProducer producer = TouchpointProducer.on(
                deployment.kafka().client("truenorth-simulator", IMPATIENT),
                serdes,
                deployment.topics().topic(Topics.TOUCHPOINTS));
        return new SimulatedCustomers(
                SystemDirectory.simulation(config.directory()), options.seed(), options.customers(), producer, clock);
    }

    private Optional<String> showStatus(SystemStatusMonitor monitor) throws InterruptedException {
        for (int beat = 1; ; beat++) {
            Optional<Optional<String>> ended = endWithin(BEAT);
            if (ended.isPresent()) {
                output.clearStatus();
                return ended.get();
            }
            if (output.rewrites()) {
                output.status(monitor.sample().toString());
            } else if (beat % BEATS_A_LINE == 0) {
                output.line(monitor.sample().toString());
            }
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
