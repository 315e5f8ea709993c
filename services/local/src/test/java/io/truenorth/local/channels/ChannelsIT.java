package io.truenorth.local.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.local.deployment.Deployment;
import io.truenorth.local.deployment.QueryClient;
import io.truenorth.local.system.LocalPorts;
import io.truenorth.local.system.LocalSystem;
import io.truenorth.local.system.LocalSystemConfig;
import io.truenorth.local.system.StartSteps;
import io.truenorth.service.config.ConfigSources;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The libraries that senders have, unchanged but for the host, deliver into customers that are scored. */
class ChannelsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String INBOUND = "cloudevents-inbound";
    private static final Path NODE = Path.of("src/test/node/connect-segment.mjs");
    private static final Path SHELL = Path.of("src/test/shell/connect-cloudevents.sh");

    @TempDir
    private Path directory;

    @Test
    void whatTheLibrariesSendIsScored() throws Exception {
        LocalSystemConfig config = new LocalSystemConfig(directory, false, LocalPorts.free(), ConfigSources.none());
        try (LocalSystem system = LocalSystem.start(config, StartSteps.silent())) {
            Deployment deployment =
                    Deployment.of(system.configuration(), system.addresses().queries(), Optional.empty());
            createInbound(deployment);
            try (SourceGateway gateway = SourceGateway.start(system.addresses(), INBOUND)) {
                Map<String, String> environment =
                        Map.of("GATEWAY_URL", gateway.uri().toString(), "WRITE_KEY", SourceGateway.KEY);
                Optional<NodeProgram> node = NodeProgram.find(NODE, "@segment/analytics-node@3");

                ConnectSegment.order(gateway.uri(), SourceGateway.KEY);
                assertThat(NodeProgram.run(List.of("sh", SHELL.toString()), environment))
                        .contains("\"accepted\":1");
                sendOnTopic(deployment);
                if (node.isPresent()) {
                    node.get().run(environment);
                }

                QueryClient queries = new QueryClient(deployment);
                assertIsScored(queries, "user:java-1", "south");
                if (node.isPresent()) {
                    assertIsScored(queries, "user:node-1", "north");
                }
                awaitMoney(queries, "crm:c-1", false);
                awaitMoney(queries, "crm:c-2", false);
            }
        }
    }

    private static void assertIsScored(QueryClient queries, String customer, String region) {
        awaitMoney(queries, customer, true);
        await("all messages of " + customer).atMost(PATIENCE).untilAsserted(() -> {
            JsonNode scored = queries.customer(customer).orElseThrow();
            assertThat(scored.get("stage").asText()).isNotEqualTo("unknown");
            assertThat(scored.get("attributes").get("region").asText()).isEqualTo(region);
            assertThat(scored.get("attributes").get("group").asText()).isEqualTo("g-1");
            assertThat(scored.get("explanation").toString()).contains("page_viewed", "screen_viewed", "purchase");
        });
    }

    private static void awaitMoney(QueryClient queries, String customer, boolean paid) {
        await(customer)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(queries.customer(customer)).hasValueSatisfying(scored -> {
                    assertThat(scored.get("score").asLong()).isPositive();
                    assertThat(scored.get("contributions").path("money").asLong() > 0)
                            .isEqualTo(paid);
                }));
    }

    private static void createInbound(Deployment deployment) throws Exception {
        try (Admin admin = Admin.create(deployment.admin("inbound-topic"))) {
            admin.createTopics(List.of(new NewTopic(INBOUND, 2, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void sendOnTopic(Deployment deployment) throws Exception {
        ProducerRecord<byte[], byte[]> event = new ProducerRecord<>(INBOUND, new byte[0]);
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "o-2",
                        "ce_source", "/orders",
                        "ce_type", "com.example.order.placed",
                        "ce_subject", "crm:c-2")
                .forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                deployment.kafka().client("orders", Map.of()), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(event).get();
        }
    }
}
