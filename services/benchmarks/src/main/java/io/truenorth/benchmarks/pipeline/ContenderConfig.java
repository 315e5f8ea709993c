package io.truenorth.benchmarks.pipeline;

import io.truenorth.embedded.LocalRegistry;
import io.truenorth.schemas.serde.RecordSerdes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where a contender works.
 *
 * @param bootstrapServers where Kafka is
 * @param registryUrl where the schema registry is
 * @param registryDirectory where it keeps the credentials of its run
 * @param applicationId names the consumer group and all internal topics of this one run
 * @param stateDirectory where stores live, of this one run
 */
record ContenderConfig(
        String bootstrapServers,
        String registryUrl,
        Path registryDirectory,
        String applicationId,
        Path stateDirectory) {
    /** Threads that process, of every contender. */
    static final int THREADS = 2;

    /** How long every contender gathers touches before it commits, in ms: what our service does unless told otherwise. */
    static final int COMMIT_INTERVAL = 100;

    /** How {@link #of} is told of it. */
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

    /** What a client of the registry is told besides its address. */
    Map<String, String> registryProperties() {
        return LocalRegistry.clientPropertiesIn(registryDirectory);
    }

    /** How records are read and written there. */
    RecordSerdes serdes() {
        return RecordSerdes.on(registryUrl, registryProperties());
    }
}
