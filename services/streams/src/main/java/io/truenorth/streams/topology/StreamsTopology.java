package io.truenorth.streams.topology;

import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.streams.decode.RegistryRetry;
import java.util.List;
import java.util.Properties;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/** The whole topology of the service: {@link TouchpointTopology} and {@link AdvocacyRollup}. */
public final class StreamsTopology {
    private StreamsTopology() {}

    /** The topics on which records travel inside of an application: nothing is summed up before they are processed. */
    public static List<String> repartitionTopics(String applicationId) {
        return Stream.of(TouchpointTopology.MISPLACED, AdvocacyRollup.DELTAS)
                .map(name -> applicationId + "-" + name + "-repartition")
                .toList();
    }

    /** All topics of its own that an application makes: those on which records travel, and the changelogs of its stores. */
    public static List<String> internalTopics(String applicationId) {
        return Stream.concat(
                        repartitionTopics(applicationId).stream(),
                        Stream.of(TouchpointTopology.CUSTOMERS, AdvocacyRollup.SUMS)
                                .map(store -> applicationId + "-" + store + "-changelog"))
                .toList();
    }

    /**
     * Builds it.
     *
     * @param arrivalToScore told how many ms lie between the arrival of a touch and its score; by any stream thread
     * @param config of Kafka Streams; that internal topics and stores have explicit names is in force whatever it says
     */
    public static Topology of(
            TopologyPlan plan,
            RecordSerdes serdes,
            RegistryRetry retry,
            LongConsumer arrivalToScore,
            Properties config) {
        Properties strict = new Properties();
        strict.putAll(config);
        strict.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        // The strictness acts only by way of a TopologyConfig.
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(strict)));
        new TouchpointTopology(plan, serdes, retry, arrivalToScore).addTo(builder, new AdvocacyRollup(plan, serdes));
        return builder.build(strict);
    }
}
