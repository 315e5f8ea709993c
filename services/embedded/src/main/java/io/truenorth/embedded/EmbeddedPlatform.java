package io.truenorth.embedded;

import io.truenorth.embedded.StartRefusedException.Reason;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** A broker and a schema registry: the infrastructure of the services. */
public final class EmbeddedPlatform implements AutoCloseable {
    private final EmbeddedKafka kafka;
    private final LocalRegistry registry;

    private EmbeddedPlatform(EmbeddedKafka kafka, LocalRegistry registry) {
        this.kafka = kafka;
        this.registry = registry;
    }

    /**
     * Starts both on free ports, with their data in {@code kafka} and {@code registry} in a directory.
     *
     * @throws StartRefusedException if one of them cannot start; both are stopped then
     */
    public static EmbeddedPlatform start(Path directory) {
        return start(
                BrokerConfig.in(directory.resolve("kafka")), RegistryServerConfig.in(directory.resolve("registry")));
    }

    /**
     * Starts both concurrently and returns once both are ready. An interrupt stops both; the broker is stopped only once it has
     * started, as its start cannot be interrupted.
     *
     * @throws StartRefusedException if one of them cannot start, or the thread is interrupted; both are stopped then
     */
    public static EmbeddedPlatform start(BrokerConfig broker, RegistryServerConfig registry) {
        Starting<EmbeddedKafka> kafka = new Starting<>("local-broker-start", () -> EmbeddedKafka.start(broker));
        Starting<LocalRegistry> schemas = new Starting<>("local-registry-start", () -> LocalRegistry.start(registry));
        try {
            return new EmbeddedPlatform(kafka.await(), schemas.await());
        } catch (InterruptedException e) {
            giveUp(kafka, schemas);
            Thread.currentThread().interrupt();
            throw new StartRefusedException(
                    Reason.INTERRUPTED, "the start was interrupted; all processes have ended", e);
        } catch (RuntimeException | Error e) {
            giveUp(kafka, schemas);
            throw e;
        }
    }

    private static void giveUp(Starting<EmbeddedKafka> kafka, Starting<LocalRegistry> schemas) {
        schemas.interrupt();
        schemas.giveUp();
        kafka.giveUp();
    }

    /** The broker. */
    public EmbeddedKafka kafka() {
        return kafka;
    }

    /** The registry. */
    public LocalRegistry registry() {
        return registry;
    }

    /** The bootstrap servers of the broker. */
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** The URL of the registry, for Confluent's clients. */
    public String registryUrl() {
        return registry.url();
    }

    /** The client properties for writing to the registry; reading needs no credentials on this machine. */
    public Map<String, String> registryProperties() {
        return registry.clientProperties();
    }

    /** Completes if one of them fails. */
    public CompletionStage<Outage> failure() {
        return kafka.failure().applyToEither(registry.failure(), outage -> outage);
    }

    /** Stops both, the registry last. */
    @Override
    public void close() {
        try (registry) {
            kafka.close();
        }
    }
}
