package io.truenorth.benchmarks.contender;

import io.truenorth.schemas.LargestRecord;
import java.util.Properties;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Settings of Kafka Streams for the contenders on its DSL. */
final class DslSettings {
    private static final long LARGE_CACHE = 512L << 20;
    private static final int MANY_RECORDS = 5_000;

    private DslSettings() {}

    /** Returns the defaults, with exactly-once processing and the threads and commit interval of all contenders. */
    static Properties standard(ContenderConfig config) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDirectory().toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, ContenderConfig.THREADS);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, ContenderConfig.COMMIT_INTERVAL);
        settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        return settings;
    }

    /** Returns the settings with a cache of 512 MiB and the clients of the streams service. */
    static Properties tuned(ContenderConfig config) {
        Properties settings = standard(config);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, LARGE_CACHE);
        settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, MANY_RECORDS);
        settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        settings.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), LargestRecord.LARGE.bytes());
        Clients.CONSUMER.forEach((name, value) -> settings.put(StreamsConfig.consumerPrefix(name), value));
        Clients.PRODUCER.forEach((name, value) -> settings.put(StreamsConfig.producerPrefix(name), value));
        return settings;
    }
}
