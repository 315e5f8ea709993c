package io.truenorth.benchmarks.pipeline;

import io.truenorth.benchmarks.harness.Platform;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one writes with Kafka Streams' DSL: group, aggregate, map. The aggregate lives in RocksDB under the usual cache,
 * which also sees to it that a customer is scored once a commit as a rule, and not once a touch.
 */
final class DslContender {
    private static final Logger LOG = LoggerFactory.getLogger(DslContender.class);
    private static final Duration CLOSE = Duration.ofSeconds(20);

    private DslContender() {}

    static AutoCloseable start(ContenderConfig config, Runnable onFailure) {
        RecordSerdes serdes = config.serdes();
        KafkaStreams streams = new KafkaStreams(topology(serdes), settings(config));
        streams.setUncaughtExceptionHandler(cause -> {
            LOG.error("a stream thread failed", cause);
            onFailure.run();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.start();
        return () -> streams.close(CLOSE);
    }

    private static Topology topology(RecordSerdes serdes) {
        Topic<String, Touchpoint> touchpoints = Platform.TOPICS.topic(Topics.TOUCHPOINTS);
        Topic<String, RelationshipScore> scores = Platform.TOPICS.topic(Topics.RELATIONSHIP_SCORES);
        Scores scoring = new Scores();
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(touchpoints.name(), Consumed.with(Serdes.String(), serdes.value(touchpoints)))
                .groupByKey(Grouped.with(Serdes.String(), serdes.value(touchpoints)))
                .aggregate(
                        Relationship::new,
                        (customer, touchpoint, relationship) -> {
                            relationship.fold(touchpoint);
                            return relationship;
                        },
                        Materialized.<String, Relationship, KeyValueStore<Bytes, byte[]>>as("relationships")
                                .withKeySerde(Serdes.String())
                                .withValueSerde(relationships()))
                .toStream()
                .mapValues(
                        (customer, relationship) -> scoring.score(customer, relationship, System.currentTimeMillis()))
                .to(scores.name(), Produced.with(Serdes.String(), serdes.value(scores)));
        return builder.build();
    }

    @SuppressWarnings("NullAway") // no value stays none
    private static Serde<Relationship> relationships() {
        return Serdes.serdeFrom(
                (topic, relationship) -> relationship == null ? null : relationship.toBytes(),
                (topic, bytes) -> bytes == null ? null : Relationship.fromBytes(bytes));
    }

    private static Properties settings(ContenderConfig config) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDirectory().toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, ContenderConfig.THREADS);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, ContenderConfig.COMMIT_INTERVAL);
        settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 5_000);
        settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        Clients.CONSUMER.forEach((name, value) -> settings.put(StreamsConfig.consumerPrefix(name), value));
        Clients.PRODUCER.forEach((name, value) -> settings.put(StreamsConfig.producerPrefix(name), value));
        return settings;
    }
}
