package io.truenorth.gateway;

import static io.truenorth.gateway.GatewayUnderTest.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.contract.Touchpoint;
import io.truenorth.embedded.BrokerConfig;
import io.truenorth.embedded.EmbeddedKafka;
import io.truenorth.embedded.LocalRegistry;
import io.truenorth.embedded.RegistryServerConfig;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import io.truenorth.service.kafka.Change;
import io.truenorth.service.kafka.Change.Outcome;
import io.truenorth.service.kafka.KafkaConfig;
import io.truenorth.service.kafka.SchemaProvisioner;
import io.truenorth.service.kafka.TopicProvisioner;
import io.truenorth.service.metrics.ServiceMetrics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway as it is composed, on a real broker and a real registry: stored when it says so, and well again by itself. */
class GatewayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path directory;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void whatIsAcknowledgedIsStoredAndAnOutageOfKafkaIsSurvived() throws Exception {
        try (LocalRegistry registry = LocalRegistry.start(RegistryServerConfig.in(directory.resolve("registry")))) {
            EmbeddedKafka kafka = EmbeddedKafka.start(broker(0));
            int port = kafka.port();
            try {
                GatewayConfig config = config(kafka.bootstrapServers(), registry);
                provision(config);
                provisionedTwiceIsUnchanged(config);
                Gateway gateway =
                        GatewayComposition.gateway(config, ServiceMetrics.ofPart("gateway"), Clock.systemUTC());
                gateway.service().start();
                try {
                    assertThat(post(gateway, event("eventId:\"before\"")).statusCode())
                            .isEqualTo(202);
                    assertThat(ready(gateway)).isEqualTo(200);

                    kafka.close();
                    await().atMost(PATIENCE).until(() -> ready(gateway) == 503);
                    HttpResponse<String> away = post(gateway, event("eventId:\"during\""));
                    assertThat(away.statusCode()).isEqualTo(503);
                    assertThat(away.headers().firstValue("retry-after")).contains("5");

                    kafka = EmbeddedKafka.start(broker(port));
                    await().atMost(PATIENCE).until(() -> ready(gateway) == 200);
                    await().atMost(PATIENCE)
                            .until(() ->
                                    post(gateway, event("eventId:\"after\"")).statusCode() == 202);
                } finally {
                    gateway.service().close();
                }
                assertThat(stored(config)).extracting(Touchpoint::getEventId).contains("before", "after");
            } finally {
                kafka.close();
            }
        }
    }

    private BrokerConfig broker(int port) {
        return BrokerConfig.in(directory.resolve("kafka")).withPort(port);
    }

    private static GatewayConfig config(String bootstrapServers, LocalRegistry registry) {
        return Configuration.read(
                ConfigSources.of(Map.of(
                        "TRUENORTH_KAFKA_BOOTSTRAP_SERVERS",
                        bootstrapServers,
                        "TRUENORTH_REGISTRY_URL",
                        registry.url(),
                        "TRUENORTH_REGISTRY_PROPERTIES",
                        ConfigSources.pairs(registry.clientProperties()),
                        "TRUENORTH_TOPICS_PARTITIONS",
                        "2",
                        "TRUENORTH_GATEWAY_HTTP_PORT",
                        "0")),
                GatewayConfig::read);
    }

    private static List<Change> provision(GatewayConfig config) throws Exception {
        List<Change> changes = new ArrayList<>();
        KafkaConfig kafka = config.deployment().kafka();
        try (Admin admin = Admin.create(kafka.client("provision", Map.of()));
                var registry = config.deployment().registry().serdes().registry()) {
            changes.addAll(new TopicProvisioner(admin, PATIENCE)
                    .provision(config.deployment().topics()));
            changes.addAll(new SchemaProvisioner(registry)
                    .provisionSubjects(config.deployment().topics().catalogue()));
            changes.addAll(new SchemaProvisioner(registry)
                    .provisionOwnRegistry(config.deployment().topics().catalogue()));
        }
        return changes;
    }

    private static void provisionedTwiceIsUnchanged(GatewayConfig config) throws Exception {
        assertThat(provision(config)).extracting(Change::outcome).containsOnly(Outcome.UNCHANGED);
    }

    private HttpResponse<String> post(Gateway gateway, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(gateway.touchpoints())
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(json))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private int ready(Gateway gateway) throws IOException, InterruptedException {
        URI uri = gateway.http().uri().resolve("/health/ready");
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static List<Touchpoint> stored(GatewayConfig config) {
        RecordSerdes serdes = config.deployment().registry().serdes();
        Map<String, Object> settings = config.deployment().kafka().client("reader", Map.of());
        try (KafkaConsumer<String, Touchpoint> consumer = new KafkaConsumer<>(
                settings,
                new StringDeserializer(),
                serdes.value(Topics.TOUCHPOINTS).deserializer())) {
            List<TopicPartition> partitions =
                    List.of(new TopicPartition("touchpoints", 0), new TopicPartition("touchpoints", 1));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<Touchpoint> touchpoints = new ArrayList<>();
            await().atMost(PATIENCE).until(() -> {
                for (ConsumerRecord<String, Touchpoint> record : consumer.poll(Duration.ofMillis(200))) {
                    assertThat(record.key()).isEqualTo("crm:c-1");
                    assertThat(record.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
                    touchpoints.add(record.value());
                }
                return touchpoints.size() >= end;
            });
            return touchpoints;
        }
    }
}
