package io.truenorth.streams.topology;

import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.streams.customer.ErasurePlaces;
import io.truenorth.streams.customer.ProcessingTimes;
import io.truenorth.streams.decode.RegistryRetry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/** The topology of the service: {@link TouchpointTopology} and {@link AdvocacyRollup}. */
public final class StreamsTopology {
    /**
     * Rises when sub-topologies change, and with them the tasks. A static member that returns is given the tasks that it had;
     * of another version, it is another member, and the tasks are assigned anew.
     */
    public static final int VERSION = 2;

    /** The property that has the age at which RocksDB rewrites a file of a store, in ms as a number; a day if it is absent. */
    public static final String STORE_FILE_AGE_CONFIG = "truenorth.store.file.age.ms";

    private static final long USUAL_FILE_AGE = Duration.ofDays(1).toMillis();

    private StreamsTopology() {}

    /** Returns the age at which RocksDB rewrites a file of a store, by the configuration of Kafka Streams. */
    public static Duration storeFileAge(Map<?, ?> config) {
        Object millis = config.get(STORE_FILE_AGE_CONFIG);
        return Duration.ofMillis(millis == null ? USUAL_FILE_AGE : (Long) millis);
    }

    /** Returns the repartition topics of an application. */
    public static List<String> repartitionTopics(String applicationId) {
        return Stream.of(TouchpointTopology.MISPLACED, AdvocacyRollup.DELTAS)
                .map(name -> applicationId + "-" + name + "-repartition")
                .toList();
    }

    /** Returns all internal topics of an application: repartition topics and changelogs. */
    public static List<String> internalTopics(String applicationId) {
        return Stream.concat(
                        repartitionTopics(applicationId).stream(),
                        Stream.of(TouchpointTopology.CUSTOMERS, AdvocacyRollup.SUMS)
                                .map(store -> applicationId + "-" + store + "-changelog"))
                .toList();
    }

    /**
     * Builds the topology.
     *
     * @param times receives how long processing took
     * @param topicSettings returns the settings of a topic as the brokers have them; none if they are not known
     * @param config of Kafka Streams; explicit names of internal topics and stores are enforced regardless
     */
    public static Topology of(
            TopologyPlan plan,
            RecordSerdes serdes,
            RegistryRetry retry,
            ProcessingTimes times,
            Function<String, Map<String, String>> topicSettings,
            Properties config) {
        Properties strict = new Properties();
        strict.putAll(config);
        strict.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        // Enforcement takes effect only through a TopologyConfig.
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(strict)));
        EarlyCommits commits = new EarlyCommits(plan.commitInterval());
        ErasurePlaces places = ErasurePlaces.of(
                plan.topics(),
                config.getProperty(StreamsConfig.APPLICATION_ID_CONFIG),
                TouchpointTopology.CUSTOMERS,
                TouchpointTopology.MISPLACED,
                storeFileAge(config),
                topicSettings);
        new TouchpointTopology(plan, serdes, new TouchpointProcessors(plan, serdes, retry, places, commits, times))
                .addTo(builder, new AdvocacyRollup(plan, serdes, commits));
        return builder.build(strict);
    }
}
