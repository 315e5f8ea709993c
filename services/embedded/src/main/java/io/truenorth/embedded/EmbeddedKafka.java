package io.truenorth.embedded;

import io.truenorth.embedded.StartRefusedException.Reason;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker inside this process, in KRaft mode and with its own controller: a cluster of one. Its data is durable; the next
 * start on the same directory continues with it, also after {@code kill -9}.
 *
 * <pre>{@code
 * try (EmbeddedKafka kafka = EmbeddedKafka.start(BrokerConfig.in(directory))) {
 *     producer = new KafkaProducer<>(Map.of("bootstrap.servers", kafka.bootstrapServers()), ...);
 * }
 * }</pre>
 *
 * <p>Topics are not created automatically. A fatal failure of the broker, such as a full disk, would exit the process; here
 * it completes {@link #failure()} instead. As Kafka's exit procedure is global, only the broker that was started last reports
 * failures if a process runs several.
 */
public final class EmbeddedKafka implements AutoCloseable {
    /** The time limit for a start. */
    static final Duration START_LIMIT = Duration.ofMinutes(2);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);

    private final CombinedServer server;
    private final DirectoryLock lock;
    private final int port;
    private final CompletableFuture<Outage> failure;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedKafka(CombinedServer server, DirectoryLock lock, int port, CompletableFuture<Outage> failure) {
        this.server = server;
        this.lock = lock;
        this.port = port;
        this.failure = failure;
    }

    /**
     * Starts a broker and returns once it accepts connections.
     *
     * @throws StartRefusedException if it cannot start
     */
    public static EmbeddedKafka start(BrokerConfig config) {
        BrokerLogs.quiet();
        Ports ports = new Ports(new SecureRandom());
        int port = ports.take(config.port(), "broker");
        DiskSpace.require(config.directory(), config.minimumFreeBytes(), "broker");
        DirectoryLock lock = DirectoryLock.hold(config.directory());
        try {
            Path data = BrokerStorage.prepare(config.directory().toAbsolutePath());
            Map<String, String> settings = BrokerSettings.of(data, port, ports.free(), config.overrides());
            CompletableFuture<Outage> failure = BrokerExits.redirected(data);
            return new EmbeddedKafka(started(settings, failure), lock, port, failure);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static CombinedServer started(Map<String, String> settings, CompletableFuture<Outage> failure) {
        CombinedServer server = new CombinedServer(new KafkaConfig(settings, false));
        CompletableFuture<Void> startup = BrokerThread.run("embedded-kafka-start", server::start);
        try {
            CompletableFuture.anyOf(startup, failure.thenAccept(EmbeddedKafka::reject))
                    .orTimeout(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            return server;
        } catch (CompletionException e) {
            stop(server);
            throw failedToStart(e.getCause() == null ? e : e.getCause());
        }
    }

    private static void reject(Outage outage) {
        throw new IllegalStateException(outage.message());
    }

    private static StartRefusedException failedToStart(Throwable cause) {
        String why = cause instanceof TimeoutException
                ? "it was not ready within " + START_LIMIT.toSeconds() + " s"
                : String.valueOf(cause.getMessage());
        return new StartRefusedException(
                Reason.START_FAILED, "the broker did not start: " + why + "; its warnings are in the log", cause);
    }

    /** The bootstrap servers: one address on loopback, with its port. */
    public String bootstrapServers() {
        return Ports.LOOPBACK + ":" + port;
    }

    /** The port for clients. */
    public int port() {
        return port;
    }

    /** Completes, on a thread of the broker, if the broker fails fatally. */
    public CompletionStage<Outage> failure() {
        return failure.minimalCompletionStage();
    }

    /** Stops the broker, waiting up to 20 s for a clean shutdown; a shutdown that takes longer is abandoned and logged. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true) && stop(server)) {
            lock.close();
        }
    }

    /** Whether it has stopped. */
    private static boolean stop(CombinedServer server) {
        try {
            BrokerThread.run("embedded-kafka-stop", server::stop)
                    .orTimeout(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            return true;
        } catch (CompletionException e) {
            LOG.warn("the broker did not shut down cleanly within {} s", STOP_LIMIT.toSeconds(), e.getCause());
            return false;
        }
    }
}
