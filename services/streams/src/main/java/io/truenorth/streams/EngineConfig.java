package io.truenorth.streams;

import io.truenorth.schemas.LargestRecord;
import io.truenorth.schemas.TopicKind;
import io.truenorth.service.OwnerOnlyDirectory;
import io.truenorth.service.config.ConfigSection;
import io.truenorth.service.kafka.KafkaConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.HostInfo;

/**
 * How Kafka Streams runs.
 *
 * @param applicationId names the consumer group and what is internal to it; the same for all instances
 * @param stateDirectory where the stores live, not a directory that is cleaned at a restart
 * @param threads stream threads of this instance
 * @param commitInterval how long touches are gathered before they are scored and published
 * @param standbys copies of each store on other instances
 * @param instanceId names this instance in the group, so that a restart moves no partitions; nothing for a dynamic member
 * @param sessionTimeout how long an instance may be silent before its partitions are given to others
 * @param storeMemory bytes that all stores of the process share, outside the heap
 * @param replication copies that Kafka keeps of internal topics, -1 for the brokers' default
 */
public record EngineConfig(
        String applicationId,
        Path stateDirectory,
        int threads,
        Duration commitInterval,
        int standbys,
        Optional<String> instanceId,
        Duration sessionTimeout,
        long storeMemory,
        int replication) {
    private static final int LARGE_BATCH = 256 * 1024;
    private static final int MANY_RECORDS = 5_000;
    /** What the topics take that it writes; a month of a ledger with full days is as large, on its changelog. */
    private static final int LARGEST_RECORD = LargestRecord.LARGE.bytes();

    private static final Duration LONGEST_WAIT_FOR_REGISTRY = Duration.ofHours(1);
    private static final long USUAL_MEMORY = 256L << 20;

    /** Reads the section {@code streams}. */
    static EngineConfig read(ConfigSection section) {
        return new EngineConfig(
                section.text(
                        "applicationId",
                        "truenorth-streams",
                        "Names the consumer group and all internal topics; the same for all instances, and for ever."),
                Path.of(
                        section.text(
                                "stateDirectory",
                                "./.truenorth/streams",
                                "Where stores live. They are rebuilt from Kafka if it is lost, which takes time: not under /tmp.")),
                section.integer("threads", 2, 1, 256, "Stream threads of this instance."),
                section.duration(
                        "commitInterval",
                        Duration.ofMillis(100),
                        Duration.ofMillis(10),
                        Duration.ofSeconds(30),
                        "How long touches are gathered before their customers are scored, once each."),
                section.integer(
                        "standbys", 0, 0, 5, "Copies of each store on other instances; 1 where there are several."),
                section.optionalText(
                        "instanceId",
                        "Names this instance, unlike any other, so that its restart moves no partitions."),
                section.duration(
                        "sessionTimeout",
                        Duration.ofSeconds(45),
                        Duration.ofSeconds(6),
                        Duration.ofMinutes(30),
                        "How long an instance may be silent before its partitions are given to others."),
                section.size(
                        "storeMemory",
                        USUAL_MEMORY,
                        16L << 20,
                        1L << 40,
                        "Memory outside the heap that all stores of the process share."),
                section.integer(
                        "replication",
                        -1,
                        -1,
                        9,
                        "Copies that Kafka keeps of internal topics; -1 for the brokers' default."));
    }

    /**
     * The configuration of Kafka Streams. Exactly-once is not a choice: the stores are right with it alone.
     *
     * @param memory shared by all stores
     * @param answersAt where other instances ask this one
     */
    Properties settings(KafkaConfig kafka, RocksDbMemory memory, HostInfo answersAt) {
        Map<String, Object> ours = new HashMap<>();
        ours.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        ours.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toAbsolutePath().toString());
        ours.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        ours.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitInterval.toMillis());
        ours.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbys);
        ours.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replication);
        ours.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksDbMemory.Setter.class);
        ours.put(RocksDbMemory.CONFIG, memory);
        ours.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, MANY_RECORDS);
        ours.put(StreamsConfig.APPLICATION_SERVER_CONFIG, answersAt.host() + ":" + answersAt.port());
        // The order of arrival does not matter: no need to ask, for each record, what the re-keyed partition may still
        // bring.
        ours.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        putClients(ours);
        Properties settings = new Properties();
        settings.putAll(kafka.client(applicationId, ours));
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        return settings;
    }

    /** Kafka Streams lets the group of its user read what it keeps; it holds personal data. */
    void closeStateToOthers() {
        OwnerOnlyDirectory.close(stateDirectory);
        OwnerOnlyDirectory.close(stateDirectory.resolve(applicationId));
    }

    private void putClients(Map<String, Object> ours) {
        ours.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        ours.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), LARGE_BATCH);
        ours.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), LARGEST_RECORD);
        ours.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), LARGEST_RECORD);
        TopicKind.TABLE.segments().forEach((name, value) -> ours.put(StreamsConfig.topicPrefix(name), value));
        ours.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        ours.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), MANY_RECORDS);
        ours.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), (int)
                sessionTimeout.toMillis());
        // A thread that waits for a schema does not poll, and is not given up for it.
        ours.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG), (int)
                LONGEST_WAIT_FOR_REGISTRY.toMillis());
        instanceId.ifPresent(
                id -> ours.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), id));
    }
}
