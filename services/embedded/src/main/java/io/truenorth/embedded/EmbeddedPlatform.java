package io.truenorth.embedded;

import io.truenorth.embedded.StartRefusedException.Reason;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** A broker and a schema registry: all that the services need around them. */
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
     * @throws StartRefusedException if one of them cannot start; neither runs then
     */
    public static EmbeddedPlatform start(Path directory) {
        return start(
                BrokerConfig.in(directory.resolve("kafka")), RegistryServerConfig.in(directory.resolve("registry")));
    }

    /**
     * Starts both at the same time and returns when both serve. A thread that is interrupted meanwhile stops both: the broker
     * once it is up, as a broker cannot be stopped in the middle of its start.
     *
     * @throws StartRefusedException if one of them cannot start, or the thread was interrupted; neither runs then
     */
    public static EmbeddedPlatform start(BrokerConfig broker, RegistryServerConfig registry) {
        Starting<EmbeddedKafka> kafka = new Starting<>("local-broker-start", () -> EmbeddedKafka.start(broker));
        Starting<LocalRegistry> schemas = new Starting<>("local-registry-start", () -> LocalRegistry.start(registry));
        try {
            return new EmbeddedPlatform(kafka.await(), schemas.await());
        } catch (InterruptedException e) {
            giveUp(kafka, schemas);
            Thread.currentThread().interrupt();
            throw new StartRefusedException(Reason.INTERRUPTED, "the start was interrupted; nothing runs any more", e);
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

    /** Where Kafka's clients connect. */
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** Where Confluent's clients connect. */
    public String registryUrl() {
        return registry.url();
    }

    /** What Confluent's clients need beside that to write; reading is open to all of this machine. */
    public Map<String, String> registryProperties() {
        return registry.clientProperties();
    }

    /** Completes if one of them ends unasked. */
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
