package io.truenorth.embedded;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
        return start(BrokerConfig.in(directory.resolve("kafka")), RegistryConfig.in(directory.resolve("registry")));
    }

    /**
     * Starts both at the same time and returns when both serve.
     *
     * @throws StartRefusedException if one of them cannot start; neither runs then
     */
    public static EmbeddedPlatform start(BrokerConfig broker, RegistryConfig registry) {
        CompletableFuture<LocalRegistry> startingRegistry =
                CompletableFuture.supplyAsync(() -> LocalRegistry.start(registry));
        EmbeddedKafka kafka;
        try {
            kafka = EmbeddedKafka.start(broker);
        } catch (RuntimeException e) {
            startingRegistry
                    .thenAccept(LocalRegistry::close)
                    .exceptionally(ended -> null)
                    .join();
            throw e;
        }
        try {
            return new EmbeddedPlatform(kafka, startingRegistry.join());
        } catch (CompletionException e) {
            kafka.close();
            throw e.getCause() instanceof StartRefusedException refused ? refused : e;
        }
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
