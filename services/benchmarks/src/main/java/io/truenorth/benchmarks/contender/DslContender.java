package io.truenorth.benchmarks.contender;

import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.schemas.serde.RecordSerdes;
import java.time.Duration;
import java.util.Properties;
import java.util.function.BiFunction;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A topology written with the DSL of Kafka Streams. */
final class DslContender {
    private static final Logger LOG = LoggerFactory.getLogger(DslContender.class);
    private static final Duration CLOSE = Duration.ofSeconds(20);

    private DslContender() {}

    static AutoCloseable start(
            ContenderConfig config,
            Properties settings,
            BiFunction<TopicCatalogue, RecordSerdes, Topology> topology,
            Runnable onFailure) {
        KafkaStreams streams = new KafkaStreams(topology.apply(config.topics(), config.serdes()), settings);
        streams.setUncaughtExceptionHandler(cause -> {
            LOG.error("a stream thread failed", cause);
            onFailure.run();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.start();
        return () -> streams.close(CLOSE);
    }
}
