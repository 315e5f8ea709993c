package io.truenorth.streams.crash;

import static org.awaitility.Awaitility.await;

import io.truenorth.contract.Identity;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Touchpoint;
import io.truenorth.embedded.EmbeddedPlatform;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.kafka.SchemaProvisioner;
import io.truenorth.service.kafka.TopicProvisioner;
import io.truenorth.service.kafka.TopicsConfig;
import io.truenorth.streams.customer.StoredState;
import io.truenorth.streams.topology.PublishedSums;
import io.truenorth.streams.topology.TouchpointTopology;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.GroupSubscribedToTopicException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topics of one deployment on the test's broker, as producers and consumers see them. */
public final class TestDeployment implements AutoCloseable {
    static final int PARTITIONS = 2;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final EmbeddedPlatform platform;
    private final TopicCatalogue catalogue;
    private final RecordSerdes serdes;
    private final Admin admin;

    public TestDeployment(EmbeddedPlatform platform, String prefix) throws Exception {
        this.platform = platform;
        this.catalogue = new TopicCatalogue(prefix, PARTITIONS);
        this.serdes = RecordSerdes.on(platform.registryUrl(), platform.registryProperties());
        this.admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()));
        new TopicProvisioner(admin, PATIENCE).provision(new TopicsConfig(catalogue, (short) 1));
        new SchemaProvisioner(serdes.registry()).provisionSubjects(catalogue);
    }

    /** Returns the configuration of a streams service of this deployment. */
    public Map<String, String> environment() {
        return Map.of(
                "TRUENORTH_KAFKA_BOOTSTRAP_SERVERS", platform.bootstrapServers(),
                "TRUENORTH_REGISTRY_URL", platform.registryUrl(),
                "TRUENORTH_REGISTRY_PROPERTIES", ConfigSources.pairs(platform.registryProperties()),
                "TRUENORTH_TOPICS_PREFIX", catalogue.prefix(),
                "TRUENORTH_TOPICS_PARTITIONS", Integer.toString(PARTITIONS),
                "TRUENORTH_STREAMS_APPLICATION_ID", applicationId(),
                "TRUENORTH_STREAMS_HTTP_PORT", "0",
                "TRUENORTH_STREAMS_INSTANCE_ID", "only",
                "TRUENORTH_STREAMS_REPLICATION", "1");
    }

    String applicationId() {
        return catalogue.prefix() + "streams";
    }

    public RecordSerdes serdes() {
        return serdes;
    }

    public <K, V> Topic<K, V> topic(Topic<K, V> topic) {
        return catalogue.topic(topic);
    }

    public Producer<byte[], byte[]> producer() {
        return producer(Map.of("linger.ms", 5));
    }

    /** Creates a producer with additional settings. */
    public Producer<byte[], byte[]> producer(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("bootstrap.servers", platform.bootstrapServers());
        all.put("acks", "all");
        return new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends a touchpoint with its customer's key. */
    public void send(Touchpoint touchpoint) throws Exception {
        Topic<String, Touchpoint> topic = topic(Topics.TOUCHPOINTS);
        Identity customer = touchpoint.getIdentities().get(0);
        byte[] key = (customer.getNamespace() + ":" + customer.getValue()).getBytes(StandardCharsets.UTF_8);
        byte[] value = serdes.value(topic).serializer().serialize(topic.name(), touchpoint);
        try (Producer<byte[], byte[]> producer = producer()) {
            producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
        }
    }

    /** Sets the record size limit of a topic. */
    public void takeRecordsUpTo(Topic<?, ?> topic, int bytes) throws Exception {
        ConfigResource resource =
                new ConfigResource(ConfigResource.Type.TOPIC, topic(topic).name());
        ConfigEntry largest = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(bytes));
        admin.incrementalAlterConfigs(Map.of(resource, List.of(new AlterConfigOp(largest, AlterConfigOp.OpType.SET))))
                .all()
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Adds a partition to a topic, as any client with ALTER permission can. */
    public void addPartition(String topic) throws Exception {
        admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(PARTITIONS + 1)))
                .all()
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /**
     * Recreates the topic of touchpoints with the required number of partitions and the records not yet consumed, by
     * the procedure in docs/deploy.md.
     */
    public void makeTouchpointsAnew() throws Exception {
        Topic<?, ?> topic = topic(Topics.TOUCHPOINTS);
        Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(applicationId())
                .partitionsToOffsetAndMetadata()
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        List<ConsumerRecord<byte[], byte[]>> unread = readAll(topic.name()).stream()
                .filter(record -> record.offset()
                        >= Optional.ofNullable(read.get(new TopicPartition(topic.name(), record.partition())))
                                .map(OffsetAndMetadata::offset)
                                .orElse(0L))
                .toList();
        admin.deleteTopics(List.of(topic.name())).all().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        new TopicProvisioner(admin, PATIENCE).provision(new TopicsConfig(catalogue, (short) 1));
        Set<TopicPartition> ofTopic = new HashSet<>(read.keySet());
        ofTopic.removeIf(partition -> !partition.topic().equals(topic.name()));
        await("the last member has left")
                .atMost(PATIENCE)
                .ignoreExceptionsMatching(e -> e.getCause() instanceof GroupSubscribedToTopicException)
                .until(() -> {
                    admin.deleteConsumerGroupOffsets(applicationId(), ofTopic)
                            .all()
                            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                    return true;
                });
        try (Producer<byte[], byte[]> producer = producer()) {
            for (ConsumerRecord<byte[], byte[]> record : unread) {
                producer.send(new ProducerRecord<>(topic.name(), null, record.key(), record.value(), record.headers()))
                        .get();
            }
        }
    }

    /** Returns the number of touchpoints the service has committed. */
    public long committed() throws Exception {
        Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(applicationId())
                .partitionsToOffsetAndMetadata()
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return offsets.entrySet().stream()
                .filter(entry ->
                        entry.getKey().topic().equals(topic(Topics.TOUCHPOINTS).name()))
                .filter(entry -> entry.getValue() != null)
                .mapToLong(entry -> entry.getValue().offset())
                .sum();
    }

    /** Returns the number of open transactions on the broker. */
    int openTransactions() throws Exception {
        return admin.listTransactions(new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING)))
                .all()
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .size();
    }

    /** Returns the stores by partition, as read from their changelog. */
    List<StoredState> stores() throws Exception {
        String changelog = applicationId() + "-" + TouchpointTopology.CUSTOMERS + "-changelog";
        Map<Integer, StoredState> states = new HashMap<>();
        readAll(changelog)
                .forEach(record -> states.computeIfAbsent(record.partition(), partition -> new StoredState())
                        .put(record.key(), record.value()));
        return new ArrayList<>(states.values());
    }

    /** Returns the published records, read committed. */
    public PublishedSums published() throws Exception {
        Topic<String, RelationshipScore> scores = topic(Topics.RELATIONSHIP_SCORES);
        Map<String, RelationshipScore> latest = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : readAll(scores.name())) {
            latest.put(
                    new String(record.key(), StandardCharsets.UTF_8),
                    serdes.value(scores).deserializer().deserialize(scores.name(), record.value()));
        }
        PublishedSums sums = new PublishedSums();
        sums.read(latest, values(Topics.ADVOCACY_DASHBOARD));
        return sums;
    }

    /** Returns the rejected records, read committed. */
    public List<ConsumerRecord<byte[], byte[]>> failed() throws Exception {
        return readAll(topic(Topics.TOUCHPOINTS_FAILED).name());
    }

    /** Returns the receipts of erasures, read committed. */
    List<PrivacyReceipt> receipts() throws Exception {
        return values(Topics.PRIVACY_RECEIPTS);
    }

    private <V> List<V> values(Topic<?, V> topic) throws Exception {
        Topic<?, V> named = topic(topic);
        return readAll(named.name()).stream()
                .map(record -> serdes.value(named).deserializer().deserialize(named.name(), record.value()))
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> readAll(String topic) throws Exception {
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", platform.bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    long endOfTouchpoints() throws Exception {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            latest.put(new TopicPartition(topic(Topics.TOUCHPOINTS).name(), partition), OffsetSpec.latest());
        }
        return admin.listOffsets(latest).all().get(PATIENCE.toSeconds(), TimeUnit.SECONDS).values().stream()
                .mapToLong(end -> end.offset())
                .sum();
    }

    @Override
    public void close() throws IOException {
        admin.close();
        serdes.registry().close();
    }
}
