package io.truenorth.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.cli.CommandRun;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.standalone.LocalPorts;
import io.truenorth.standalone.LocalSystem;
import io.truenorth.standalone.LocalSystemConfig;
import io.truenorth.standalone.StartSteps;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody adds partitions under a running system: every service that depends on their number says so. */
class AddedPartitionsIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int AGREED = 8;
    private static final int EVENTS = 40;

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    @Test
    void gatewayStreamsAndDashboardNameTheTopicAndKeysStayWhereTheyAre() throws Exception {
        try (LocalSystem system = LocalSystem.start(
                        new LocalSystemConfig(directory, false, LocalPorts.free(), ConfigSources.none()),
                        StartSteps.silent());
                Admin admin = Admin.create(
                        Map.of("bootstrap.servers", system.addresses().bootstrapServers()))) {
            addPartition(admin, "touchpoints");

            awaitNamed(system.addresses().gateway(), "touchpoints");
            awaitNamed(system.addresses().queries(), "touchpoints");
            assertReplayIsRefused();
            addPartition(admin, "relationship-scores");
            awaitNamed(system.addresses().dashboard(), "relationship-scores");
            assertThat(health(system.addresses().queries(), "live").statusCode())
                    .as("a restart would help nothing")
                    .isEqualTo(200);

            for (int customer = 0; customer < EVENTS; customer++) {
                assertThat(post(system.addresses().gateway(), "p-" + customer)).isEqualTo(202);
            }
            TopicPartition added = new TopicPartition("touchpoints", AGREED);
            assertThat(admin.listOffsets(Map.of(added, OffsetSpec.latest()))
                            .partitionResult(added)
                            .get()
                            .offset())
                    .as("events on the partition that was added")
                    .isZero();
        }
    }

    private static void addPartition(Admin admin, String topic) throws Exception {
        admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(AGREED + 1)))
                .all()
                .get();
    }

    private void assertReplayIsRefused() {
        CommandRun replay =
                CommandRun.now("replay", "../../docs/examples/six-customers.csv", "--dir", directory.toString());
        assertThat(replay.exitCode()).isEqualTo(2);
        assertThat(replay.err())
                .contains("topic touchpoints has 9 partitions, and relationship-scores has 8", "Nothing was written");
    }

    private void awaitNamed(URI service, String topic) {
        await(service + " names " + topic)
                .atMost(SOON)
                .untilAsserted(() -> assertThat(health(service, "ready"))
                        .returns(503, HttpResponse::statusCode)
                        .extracting(HttpResponse::body)
                        .asString()
                        .contains("topic " + topic + " has 9 partitions, expected 8")
                        .doesNotContainIgnoringCase("reset"));
    }

    private HttpResponse<String> health(URI service, String what) throws Exception {
        return client.send(
                HttpRequest.newBuilder(service.resolve("/health/" + what)).build(), BodyHandlers.ofString());
    }

    private int post(URI gateway, String customer) throws Exception {
        String event = """
            {"identities": [{"namespace": "crm", "value": "%s"}], "occurredAt": "%s", "channel": "web",
             "kind": "page_visited", "direction": "in"}\
            """.formatted(customer, Instant.now());
        return client.send(
                        HttpRequest.newBuilder(gateway.resolve("/v1/touchpoints"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(event))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }
}
