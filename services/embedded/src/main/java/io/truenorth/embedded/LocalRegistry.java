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
 * A schema registry (Apicurio) in a child process, for a single machine. It supports Confluent's API, listens on loopback, and
 * stores schemas and their ids durably before it acknowledges them. It ends with this process, also after {@code kill -9}.
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
     * Starts the registry and returns once it is ready.
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
                            + ". Known schemas still work, but new schemas cannot be registered: restart. "
                            + LogTail.of(RegistryCommand.log(directory))));
        }
    }

    /** The URL for Confluent's clients: their {@code schema.registry.url}. */
    public String url() {
        return "http://" + Ports.LOOPBACK + ":" + port + CONFLUENT_API;
    }

    /**
     * The client properties for writing; reading needs no credentials on this machine. Other processes of this user get them from
     * {@link #clientPropertiesIn}.
     */
    public Map<String, String> clientProperties() {
        return credentials.clientProperties();
    }

    /** The client properties of the registry that runs in a directory; empty if none does. */
    public static Map<String, String> clientPropertiesIn(Path directory) {
        return RegistryCredentials.clientPropertiesIn(directory);
    }

    /** The port for clients. */
    public int port() {
        return port;
    }

    /** The process of the registry. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Completes, on a system thread, if the registry ends before {@link #close()}. */
    public CompletionStage<Outage> failure() {
        return failure.minimalCompletionStage();
    }

    /** Stops the registry, forcibly after 5 s. */
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

    /** Stops the process and waits for its end, so that the directory is no longer in use. */
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
