package io.truenorth.benchmarks.pipeline;

import io.truenorth.embedded.LocalRegistry;
import io.truenorth.schemas.serde.RecordSerdes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The environment of a contender.
 *
 * @param bootstrapServers bootstrap servers of Kafka
 * @param registryUrl URL of the schema registry
 * @param registryDirectory directory with the registry's credentials
 * @param applicationId names the consumer group and all internal topics of this one run
 * @param stateDirectory state directory of this run
 */
record ContenderConfig(
        String bootstrapServers,
        String registryUrl,
        Path registryDirectory,
        String applicationId,
        Path stateDirectory) {
    /** Processing threads of every contender. */
    static final int THREADS = 2;

    /** How long every contender gathers touches before it commits, in ms: what our service does unless told otherwise. */
    static final int COMMIT_INTERVAL = 100;

    /** The arguments that {@link #of} parses. */
    List<String> arguments() {
        return List.of(
                bootstrapServers, registryUrl, registryDirectory.toString(), applicationId, stateDirectory.toString());
    }

    static ContenderConfig of(List<String> arguments) {
        return new ContenderConfig(
                arguments.get(0),
                arguments.get(1),
                Path.of(arguments.get(2)),
                arguments.get(3),
                Path.of(arguments.get(4)));
    }

    /** Properties of the registry's client. */
    Map<String, String> registryProperties() {
        return LocalRegistry.clientPropertiesIn(registryDirectory);
    }

    /** Serdes of the registry. */
    RecordSerdes serdes() {
        return RecordSerdes.on(registryUrl, registryProperties());
    }
}
