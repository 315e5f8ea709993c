package io.truenorth.embedded;

import io.truenorth.embedded.StartRefusedException.Reason;
import io.truenorth.registry.MissingDistributionException;
import io.truenorth.registry.RegistryDistribution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A real schema registry (Apicurio) in a process of its own, for one machine. It speaks Confluent's API, listens on
 * loopback, and keeps schemas and their ids on disk: acknowledged is durable. It ends with this process, also after
 * {@code kill -9}.
 */
public final class LocalRegistry implements AutoCloseable {
    /** The path of Confluent's API. */
    static final String CONFLUENT_API = "/apis/ccompat/v7";

    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final Process process;
    private final RegistryGuard guard;
    private final RegistryCredentials credentials;
    private final DirectoryLock lock;
    private final Path directory;
    private final int port;
    private final CompletableFuture<Outage> failure = new CompletableFuture<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CompletableFuture<Void> watch;

    private LocalRegistry(
            Process process,
            RegistryGuard guard,
            RegistryCredentials credentials,
            DirectoryLock lock,
            Path directory,
            int port) {
        this.process = process;
        this.guard = guard;
        this.credentials = credentials;
        this.lock = lock;
        this.directory = directory;
        this.port = port;
        this.watch = process.onExit().thenAccept(this::ended);
    }

    /**
     * Starts the registry and returns when it is ready.
     *
     * @throws StartRefusedException if it cannot start
     */
    public static LocalRegistry start(RegistryServerConfig config) {
        RegistryDistribution distribution = distribution();
        int port = new Ports(new SecureRandom()).take(config.port(), "schema registry");
        Path directory = config.directory().toAbsolutePath();
        DiskSpace.require(directory, config.minimumFreeBytes(), "schema registry");
        DirectoryLock lock = DirectoryLock.hold(directory);
        try {
            return start(distribution, directory, port, lock);
        } catch (IOException e) {
            lock.close();
            throw new StartRefusedException(
                    Reason.START_FAILED, "the schema registry's process cannot be started: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static LocalRegistry start(RegistryDistribution distribution, Path directory, int port, DirectoryLock lock)
            throws IOException {
        RegistryCredentials credentials = RegistryCredentials.random();
        RegistryGuard guard = RegistryGuard.at(port);
        Optional<Process> started = Optional.empty();
        try {
            int behind = new Ports(new SecureRandom()).free();
            RegistryBackend backend = new RegistryBackend(behind, credentials);
            Process process = RegistryCommand.start(distribution, directory, behind, credentials);
            started = Optional.of(process);
            new RegistryStartup(process, directory, backend).await();
            credentials.writeTo(directory);
            guard.open(backend, credentials);
            return new LocalRegistry(process, guard, credentials, lock, directory, port);
        } catch (IOException | RuntimeException e) {
            guard.close();
            started.ifPresent(LocalRegistry::stop);
            throw e;
        }
    }

    private static RegistryDistribution distribution() {
        try {
            return RegistryDistribution.find();
        } catch (MissingDistributionException e) {
            throw new StartRefusedException(
                    Reason.DISTRIBUTION_MISSING, "the schema registry is not built: " + e.getMessage(), e);
        }
    }

    private void ended(Process ended) {
        if (!closed.get()) {
            failure.complete(new Outage(
                    "registry",
                    "the schema registry (process " + ended.pid() + ") ended with code " + ended.exitValue()
                            + ". Schemas that are known already go on working, new ones wait: start again. Then "
                            + LogTail.of(RegistryCommand.log(directory))));
        }
    }

    /** Where Confluent's clients connect, for {@code schema.registry.url}. */
    public String url() {
        return "http://" + Ports.LOOPBACK + ":" + port + CONFLUENT_API;
    }

    /**
     * What Confluent's clients need beside the address to write; reading is open to all of this machine. Other processes of
     * this user find the same in {@link #clientPropertiesIn}.
     */
    public Map<String, String> clientProperties() {
        return credentials.clientProperties();
    }

    /** The same of the registry that runs in a directory; empty if none does. */
    public static Map<String, String> clientPropertiesIn(Path directory) {
        return RegistryCredentials.clientPropertiesIn(directory);
    }

    /** The port where clients connect. */
    public int port() {
        return port;
    }

    /** The process it runs in. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Completes, on a thread of the system's, if the registry ends before {@link #close()}. */
    public CompletionStage<Outage> failure() {
        return failure.minimalCompletionStage();
    }

    /** Stops the registry in an orderly way, or by force after 5 s. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            guard.close();
            stop(process);
            watch.join();
            try (lock) {
                RegistryCredentials.withdraw(directory);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete the credentials in " + directory, e);
            }
        }
    }

    /** Ends the process and waits for its end, so that the directory is free. */
    static void stop(Process process) {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        if (process.isAlive()) {
            process.destroyForcibly().onExit().join();
        }
    }
}
