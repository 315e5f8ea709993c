package io.truenorth.benchmarks.contender;

import io.truenorth.embedded.LocalRegistry;
import io.truenorth.schemas.TopicCatalogue;
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
 * @param topicPrefix prefix of the topics of the load
 * @param applicationId names the consumer group and all internal topics of this run
 * @param stateDirectory state directory of this run
 * @param warmUpSeconds how long contenders that warm up themselves do so
 */
public record ContenderConfig(
        String bootstrapServers,
        String registryUrl,
        Path registryDirectory,
        String topicPrefix,
        String applicationId,
        Path stateDirectory,
        int warmUpSeconds) {
    /** Processing threads of every contender. */
    public static final int THREADS = 2;

    /** The default commit interval of the streams service in ms, and that of every contender unless its name tells. */
    public static final int COMMIT_INTERVAL = 100;

    /** The commit interval of contenders whose names end in 1s, and the checkpoint interval of Flink, in ms. */
    public static final int LONG_COMMIT_INTERVAL = 1_000;

    /** Returns the arguments that {@link #of} parses. */
    public List<String> arguments() {
        return List.of(
                bootstrapServers,
                registryUrl,
                registryDirectory.toString(),
                topicPrefix,
                applicationId,
                stateDirectory.toString(),
                Integer.toString(warmUpSeconds));
    }

    /** Parses {@link #arguments()}. */
    public static ContenderConfig of(List<String> arguments) {
        return new ContenderConfig(
                arguments.get(0),
                arguments.get(1),
                Path.of(arguments.get(2)),
                arguments.get(3),
                arguments.get(4),
                Path.of(arguments.get(5)),
                Integer.parseInt(arguments.get(6)));
    }

    /** Returns the topics of the load. */
    public TopicCatalogue topics() {
        return TopicCatalogue.standard().withPrefix(topicPrefix);
    }

    /** Returns the properties of the registry's client. */
    Map<String, String> registryProperties() {
        return LocalRegistry.clientPropertiesIn(registryDirectory);
    }

    /** Returns serdes of the registry. */
    public RecordSerdes serdes() {
        return RecordSerdes.on(registryUrl, registryProperties());
    }
}
