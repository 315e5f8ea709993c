package io.truenorth.streams;

import io.truenorth.schemas.LargestRecord;
import io.truenorth.schemas.TopicKind;
import io.truenorth.service.OwnerOnlyDirectory;
import io.truenorth.service.config.ConfigSection;
import io.truenorth.service.kafka.KafkaConfig;
import io.truenorth.streams.topology.StreamsTopology;
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
 * Configuration of Kafka Streams.
 *
 * @param applicationId consumer group and prefix of internal topics; the same for all instances
 * @param stateDirectory directory of the stores; must survive restarts
 * @param threads stream threads of this instance
 * @param backlogCommitInterval how long touches are collected while a backlog is processed
 * @param standbys copies of each store on other instances
 * @param instanceId static group membership, so that a restart moves no partitions; empty for a dynamic member
 * @param sessionTimeout how long an instance may be unresponsive before its partitions are reassigned
 * @param storeMemory off-heap memory shared by all stores of the process, in bytes
 * @param storeFileAge the age at which RocksDB rewrites a file, so that what was deleted is not in it any more
 * @param replication replication factor of internal topics, -1 for the brokers' default
 */
public record EngineConfig(
        String applicationId,
        Path stateDirectory,
        int threads,
        Duration backlogCommitInterval,
        int standbys,
        Optional<String> instanceId,
        Duration sessionTimeout,
        long storeMemory,
        Duration storeFileAge,
        int replication) {
    private static final int LARGE_BATCH = 256 * 1024;
    private static final int MANY_RECORDS = 5_000;
    /** As Kafka Streams polls by default. */
    private static final long LONGEST_POLL_MILLIS = 100;
    /** The record size limit of the output topics; the changelog has the same, for a ledger month with full days. */
    private static final int LARGEST_RECORD = LargestRecord.LARGE.bytes();

    private static final Duration LONGEST_WAIT_FOR_REGISTRY = Duration.ofHours(1);
    private static final long USUAL_MEMORY = 256L << 20;

    /** Reads the section {@code streams}. */
    static EngineConfig read(ConfigSection section) {
        return new EngineConfig(
                section.text(
                        "applicationId",
                        "truenorth-streams",
                        "The consumer group and prefix of all internal topics; the same for all instances, never to be changed."),
                Path.of(
                        section.text(
                                "stateDirectory",
                                "./.truenorth/streams",
                                "Directory of the stores. If lost, they are rebuilt from Kafka, which takes time: do not use /tmp.")),
                section.integer("threads", 2, 1, 256, "Stream threads of this instance."),
                section.duration(
                        "backlogCommitInterval",
                        Duration.ofSeconds(1),
                        Duration.ofMillis(10),
                        Duration.ofSeconds(30),
                        "The commit interval while touches are scored more than a second after their arrival, if it is"
                                + " longer: fewer scores are published for the same touches."),
                section.integer(
                        "standbys",
                        0,
                        0,
                        5,
                        "Copies of each store on other instances; 1 if there are several instances."),
                section.optionalText(
                        "instanceId",
                        "A unique name of this instance in the consumer group, so that its restart moves no partitions."),
                section.duration(
                        "sessionTimeout",
                        Duration.ofSeconds(45),
                        Duration.ofSeconds(6),
                        Duration.ofMinutes(30),
                        "How long an instance may be unresponsive before its partitions are reassigned."),
                section.size(
                        "storeMemory",
                        USUAL_MEMORY,
                        16L << 20,
                        1L << 40,
                        "Off-heap memory shared by all stores of the process."),
                section.duration(
                        "storeFileAge",
                        Duration.ofDays(1),
                        Duration.ofSeconds(1),
                        Duration.ofDays(30),
                        "The age at which files of the stores are rewritten, without what was deleted; receipts of erasures"
                                + " state it."),
                section.integer(
                        "replication",
                        -1,
                        -1,
                        9,
                        "Replication factor of internal topics; -1 for the brokers' default."));
    }

    /**
     * Returns the configuration of Kafka Streams. Exactly-once processing is not optional: the stores are correct only
     * with it.
     *
     * @param memory shared by all stores
     * @param answersAt the address at which other instances query this one
     * @param commitInterval how long touches are collected while arrivals are fresh
     */
    Properties settings(KafkaConfig kafka, RocksDbMemory memory, HostInfo answersAt, Duration commitInterval) {
        Map<String, Object> ours = new HashMap<>();
        ours.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        ours.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toAbsolutePath().toString());
        ours.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        // While arrivals are fresh, processors ask for earlier commits (EarlyCommits).
        ours.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                Math.max(commitInterval.toMillis(), backlogCommitInterval.toMillis()));
        // A thread without records must still notice in time that a commit is due.
        ours.put(
                StreamsConfig.POLL_MS_CONFIG,
                Math.max(1, Math.min(LONGEST_POLL_MILLIS, commitInterval.toMillis() / 5)));
        ours.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbys);
        ours.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replication);
        ours.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksDbMemory.Setter.class);
        ours.put(RocksDbMemory.CONFIG, memory);
        ours.put(StreamsTopology.STORE_FILE_AGE_CONFIG, storeFileAge.toMillis());
        ours.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, MANY_RECORDS);
        ours.put(StreamsConfig.APPLICATION_SERVER_CONFIG, answersAt.host() + ":" + answersAt.port());
        // The order of arrival does not matter: no need to wait, for each record, for data on the re-keyed partition.
        ours.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        putClients(ours);
        Properties settings = new Properties();
        settings.putAll(kafka.client(applicationId, ours));
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        return settings;
    }

    /** Kafka Streams creates state readable by the user's group; it holds personal data. */
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
        // A thread waiting for a schema does not poll; it must not be removed from the group for that.
        ours.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG), (int)
                LONGEST_WAIT_FOR_REGISTRY.toMillis());
        instanceId.ifPresent(id -> ours.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
                id + "-topology-" + StreamsTopology.VERSION));
    }
}
