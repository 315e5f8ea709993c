package io.truenorth.gateway.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.message.Encoding;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.kafka.CloudEventSerializer;
import io.truenorth.embedded.BrokerConfig;
import io.truenorth.embedded.EmbeddedPlatform;
import io.truenorth.embedded.RegistryServerConfig;
import io.truenorth.gateway.Gateway;
import io.truenorth.gateway.GatewayComposition;
import io.truenorth.gateway.GatewayConfig;
import io.truenorth.schemas.FailedTouchpoint;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import io.truenorth.service.kafka.KafkaConfig;
import io.truenorth.service.kafka.SchemaProvisioner;
import io.truenorth.service.kafka.TopicProvisioner;
import io.truenorth.service.metrics.ServiceMetrics;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the SDK writes to the topic of a source becomes touchpoints, once, across a restart of the gateway. */
class InboundTopicIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String INBOUND = "cloudevents-inbound";

    @TempDir
    private Path directory;

    @Test
    void eventsOnTheTopicOfASourceAreTaken() throws Exception {
        Path sources = Files.createDirectory(directory.resolve("sources"));
        Files.writeString(sources.resolve("orders.yaml"), """
                accepts: cloudevents
                topic: cloudevents-inbound
                channel: store
                """);
        try (EmbeddedPlatform platform = EmbeddedPlatform.start(
                BrokerConfig.in(directory.resolve("kafka")), RegistryServerConfig.in(directory.resolve("registry")))) {
            GatewayConfig config = config(platform, sources);
            provision(config);
            Gateway gateway = start(config);
            try {
                send(config, Encoding.BINARY, event("binary"));
                send(config, Encoding.STRUCTURED, event("structured"));
                sendNonsense(config);
                awaitStored(config, "/orders#binary", "/orders#structured");
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(records(config, Topics.TOUCHPOINTS_FAILED.name()))
                                .hasSize(1)
                                .allSatisfy(record -> {
                                    assertThat(record.value()).isEqualTo("nonsense".getBytes(StandardCharsets.UTF_8));
                                    assertThat(FailedTouchpoint.read(record.headers()))
                                            .returns("UNMAPPED", FailedTouchpoint::reason)
                                            .returns("orders", FailedTouchpoint::source);
                                }));
            } finally {
                gateway.service().close();
            }
            send(config, Encoding.BINARY, event("meanwhile"));
            Gateway again = start(config);
            try {
                awaitStored(config, "/orders#binary", "/orders#structured", "/orders#meanwhile");
            } finally {
                again.service().close();
            }
        }
    }

    private static GatewayConfig config(EmbeddedPlatform platform, Path sources) {
        return Configuration.read(
                ConfigSources.of(Map.of(
                        "TRUENORTH_KAFKA_BOOTSTRAP_SERVERS",
                        platform.bootstrapServers(),
                        "TRUENORTH_REGISTRY_URL",
                        platform.registryUrl(),
                        "TRUENORTH_REGISTRY_PROPERTIES",
                        ConfigSources.pairs(platform.registryProperties()),
                        "TRUENORTH_TOPICS_PARTITIONS",
                        "1",
                        "TRUENORTH_TOPICS_REPLICATION",
                        "1",
                        "TRUENORTH_GATEWAY_HTTP_PORT",
                        "0",
                        "TRUENORTH_GATEWAY_SOURCES_DIRECTORY",
                        sources.toString())),
                GatewayConfig::read);
    }

    private static void provision(GatewayConfig config) throws Exception {
        KafkaConfig kafka = config.deployment().kafka();
        try (Admin admin = Admin.create(kafka.client("provision", Map.of()));
                var registry = config.deployment().registry().serdes().registry()) {
            new TopicProvisioner(admin, PATIENCE).provision(config.deployment().topics());
            new SchemaProvisioner(registry)
                    .provisionSubjects(config.deployment().topics().catalogue());
            admin.createTopics(List.of(new NewTopic(INBOUND, 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static Gateway start(GatewayConfig config) {
        Gateway gateway = GatewayComposition.gateway(config, ServiceMetrics.ofPart("gateway"), Clock.systemUTC());
        gateway.service().start();
        return gateway;
    }

    private static CloudEvent event(String id) {
        return CloudEventBuilder.v1()
                .withId(id)
                .withSource(URI.create("/orders"))
                .withType("com.example.order.placed")
                .withSubject("crm:c-1")
                .build();
    }

    private static void send(GatewayConfig config, Encoding encoding, CloudEvent event) throws Exception {
        Map<String, Object> settings = config.deployment()
                .kafka()
                .client(
                        "orders",
                        Map.of(
                                CloudEventSerializer.ENCODING_CONFIG,
                                encoding,
                                CloudEventSerializer.EVENT_FORMAT_CONFIG,
                                JsonFormat.CONTENT_TYPE));
        CloudEventSerializer serializer = new CloudEventSerializer();
        serializer.configure(settings, false);
        try (KafkaProducer<String, CloudEvent> producer =
                new KafkaProducer<>(settings, new StringSerializer(), serializer)) {
            producer.send(new ProducerRecord<>(INBOUND, event)).get();
        }
    }

    private static void sendNonsense(GatewayConfig config) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                config.deployment().kafka().client("nonsense", Map.of()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(INBOUND, "nonsense".getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private static void awaitStored(GatewayConfig config, String... eventIds) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(eventIds(config)).containsExactly(eventIds));
    }

    private static List<String> eventIds(GatewayConfig config) {
        RecordSerdes serdes = config.deployment().registry().serdes();
        try (var reader = serdes.value(Topics.TOUCHPOINTS).deserializer()) {
            return records(config, Topics.TOUCHPOINTS.name()).stream()
                    .map(record ->
                            reader.deserialize(record.topic(), record.value()).getEventId())
                    .toList();
        }
    }

    /** All that a topic holds. */
    private static List<ConsumerRecord<byte[], byte[]>> records(GatewayConfig config, String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                config.deployment().kafka().client("reader", Map.of()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }
}
