package io.truenorth.benchmarks.pipeline;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a contender works.
 *
 * @param bootstrapServers where Kafka is
 * @param registryUrl where the schema registry is
 * @param applicationId names the consumer group and all internal topics of this one run
 * @param stateDirectory where stores live, of this one run
 */
record Deployment(String bootstrapServers, String registryUrl, String applicationId, Path stateDirectory) {
    /** Threads that process, of every contender. */
    static final int THREADS = 2;

    /** How long every contender gathers touches before it commits, in ms: what our service does unless told otherwise. */
    static final int COMMIT_INTERVAL = 100;

    /** How {@link #of} is told of it. */
    List<String> arguments() {
        return List.of(bootstrapServers, registryUrl, applicationId, stateDirectory.toString());
    }

    static Deployment of(List<String> arguments) {
        return new Deployment(arguments.get(0), arguments.get(1), arguments.get(2), Path.of(arguments.get(3)));
    }
}
