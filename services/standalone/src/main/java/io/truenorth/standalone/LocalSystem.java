package io.truenorth.standalone;

import io.truenorth.dashboard.Dashboard;
import io.truenorth.dashboard.DashboardComposition;
import io.truenorth.dashboard.DashboardConfig;
import io.truenorth.deployment.Deployment;
import io.truenorth.deployment.Provisioning;
import io.truenorth.embedded.BrokerConfig;
import io.truenorth.embedded.DirectoryLock;
import io.truenorth.embedded.EmbeddedPlatform;
import io.truenorth.embedded.PrivateFiles;
import io.truenorth.embedded.RegistryServerConfig;
import io.truenorth.gateway.Gateway;
import io.truenorth.gateway.GatewayComposition;
import io.truenorth.gateway.GatewayConfig;
import io.truenorth.service.ProcessLimits;
import io.truenorth.service.ResourceExhaustion;
import io.truenorth.service.Service;
import io.truenorth.service.config.Configuration;
import io.truenorth.service.logging.LogLevel;
import io.truenorth.service.logging.Logging;
import io.truenorth.service.metrics.ServiceMetrics;
import io.truenorth.streams.StreamsComposition;
import io.truenorth.streams.StreamsService;
import io.truenorth.streams.StreamsServiceConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The whole system in this process; the registry has its own. Data is durable: the next start in the same directory
 * continues with it, even after {@code kill -9}.
 */
public final class LocalSystem implements AutoCloseable {
    /** Broker, stores and registry have about 1,000 open files and 130 MiB of heap without any load. */
    private static final long LEAST_FILES = 1024;

    private static final long LEAST_HEAP = 200L << 20;
    private static final Duration LONGEST_RESTORE = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final CompletableFuture<String> failure = new CompletableFuture<>();
    private final LocalSystemConfig config;
    private final StartSteps steps;
    private final ServiceMetrics streamsMetrics = ServiceMetrics.ofProcess("streams");
    private final StreamsServiceConfig streamsConfig;
    private final EmbeddedPlatform platform;
    private final StreamsService streams;
    private final Gateway gateway;
    private final Dashboard dashboard;
    private volatile boolean closing;

    private LocalSystem(LocalSystemConfig config, StartSteps steps) throws Exception {
        this.config = config;
        this.steps = steps;
        try {
            platform = startPlatform();
            streamsConfig = Configuration.read(config.services(platform), StreamsServiceConfig::read);
            DashboardConfig dashboardConfig = Configuration.read(config.services(platform), DashboardConfig::read);
            GatewayConfig gatewayConfig = Configuration.read(config.services(platform), GatewayConfig::read);
            steps.run("topics and schemas", () -> new Provisioning(streamsConfig.deployment()).ofOwnRegistry());
            streams = startStreams();
            gateway = startGateway(gatewayConfig);
            dashboard = startDashboard(dashboardConfig);
            announce();
        } catch (Exception | Error e) {
            closeUninterrupted();
            throw e;
        }
    }

    /** An interrupted start is stopped in order as well, without further interruption. */
    private void closeUninterrupted() {
        boolean interrupted = Thread.interrupted();
        close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Starts the system; returns once touchpoints can be posted and are scored.
     *
     * @throws io.truenorth.service.InsufficientResourcesException if the memory or open file limit of this process is too low
     * @throws io.truenorth.embedded.StartRefusedException if the broker or the registry cannot start
     * @throws io.truenorth.service.ServiceFailedException if a service cannot start
     */
    public static LocalSystem start(LocalSystemConfig config, StartSteps steps) throws Exception {
        requireResources();
        return new LocalSystem(config, steps);
    }

    /**
     * Checks the resource limits before a start.
     *
     * @throws io.truenorth.service.InsufficientResourcesException if the memory or open file limit of this process is too low
     */
    public static void requireResources() {
        ProcessLimits.ofProcess().require("a local system", LEAST_HEAP, LEAST_FILES);
    }

    private EmbeddedPlatform startPlatform() throws Exception {
        DirectoryLock lock = DirectoryLock.hold(config.directory());
        started.push(lock);
        SystemDirectory.requireOurs(config.directory());
        PrivateFiles.close(config.directory());
        if (config.fresh()) {
            SystemDirectory.clear(config.directory());
        }
        SystemDirectory.requireWhole(config.directory());
        if (!Files.exists(SystemDirectory.log(config.directory()))) {
            PrivateFiles.create(SystemDirectory.log(config.directory()));
        }
        Logging.toFile(SystemDirectory.log(config.directory()), LogLevel.INFO);
        EmbeddedPlatform starting = steps.run(
                "broker and schema registry",
                () -> EmbeddedPlatform.start(
                        BrokerConfig.in(config.directory().resolve(SystemDirectory.KAFKA))
                                .withPort(config.ports().kafka()),
                        RegistryServerConfig.in(config.directory().resolve(SystemDirectory.REGISTRY))
                                .withPort(config.ports().registry())));
        started.push(starting);
        starting.failure().thenAccept(outage -> failure.complete(outage.message()));
        return starting;
    }

    private StreamsService startStreams() throws Exception {
        StreamsService starting = StreamsComposition.service(
                streamsConfig,
                streamsMetrics,
                Clock.systemUTC(),
                UUID.randomUUID().toString());
        steps.run("streams", () -> {
            start(starting.service());
            awaitRunning(starting);
            return "running";
        });
        return starting;
    }

    private Gateway startGateway(GatewayConfig gatewayConfig) throws Exception {
        Gateway starting =
                GatewayComposition.gateway(gatewayConfig, ServiceMetrics.ofPart("gateway"), Clock.systemUTC());
        steps.run("gateway", () -> {
            start(starting.service());
            return "running";
        });
        return starting;
    }

    private Dashboard startDashboard(DashboardConfig dashboardConfig) throws Exception {
        Dashboard starting =
                DashboardComposition.dashboard(dashboardConfig, ServiceMetrics.ofPart("dashboard"), Clock.systemUTC());
        steps.run("dashboard", () -> {
            start(starting.service());
            return "running";
        });
        return starting;
    }

    private void start(Service service) {
        service.start();
        started.push(service);
        Thread watch = new Thread(() -> awaitEnd(service), "service-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private void awaitEnd(Service service) {
        try {
            service.awaitEnd();
            if (!closing) {
                failure.complete(service.failure()
                        .map(cause -> "a service failed: "
                                + ResourceExhaustion.of(cause).orElse(String.valueOf(cause.getMessage())))
                        .orElse("a service stopped"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitRunning(StreamsService starting) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_RESTORE.toNanos();
        while (!starting.isRunning()) {
            if (failure.isDone() || System.nanoTime() > deadline) {
                throw new PartFailedException(failure.getNow("streams did not restore its state within "
                        + LONGEST_RESTORE.toMinutes() + " min; its log says how far it came"));
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private void announce() {
        Path directory = config.directory();
        RunningSystem.announce(directory, addresses());
        started.push(() -> RunningSystem.withdraw(directory));
    }

    /** The addresses of its parts. */
    public SystemAddresses addresses() {
        return new SystemAddresses(
                platform.bootstrapServers(),
                platform.registryUrl(),
                gateway.http().uri(),
                streams.http().uri(),
                dashboard.http().uri());
    }

    /** The configuration of the streams service, including that of the deployment. */
    public StreamsServiceConfig configuration() {
        return streamsConfig;
    }

    /** This system as a deployment for clients. */
    public Deployment deployment() {
        return Deployment.of(
                streamsConfig.deployment(),
                streamsConfig.engine().applicationId(),
                addresses().queries(),
                Optional.empty());
    }

    /** The streams service. */
    public StreamsService streams() {
        return streams;
    }

    /** The meters of the streams service. */
    public ServiceMetrics streamsMetrics() {
        return streamsMetrics;
    }

    /** Completes with a message if a part ends unexpectedly. */
    public CompletionStage<String> failure() {
        return failure.minimalCompletionStage();
    }

    /** Stops all parts in reverse order, even if one fails to stop. */
    @Override
    public void close() {
        closing = true;
        for (Iterator<AutoCloseable> parts = started.iterator(); parts.hasNext(); parts.remove()) {
            try {
                parts.next().close();
            } catch (Exception e) {
                steps.troubled("a part did not stop in order: " + e.getMessage());
            }
        }
    }
}
