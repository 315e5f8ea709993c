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
import io.truenorth.service.http.TokenHash;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The libraries that senders have, unchanged but for the host, deliver into customers that are scored. */
class ChannelsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String KEY = "a-write-key";
    private static final Path NODE = Path.of("src/test/node/connect-segment.mjs");
    private static final Path SHELL = Path.of("src/test/shell");

    private static final String DESK_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @TempDir
    private Path directory;

    @Test
    void whatTheLibrariesSendIsScored() throws Exception {
        try (LocalSystem system = start()) {
            Map<String, String> environment = Map.of(
                    "GATEWAY_URL",
                    system.addresses().gateway().toString(),
                    "WRITE_KEY",
                    KEY,
                    "DESK_SECRET",
                    DESK_SECRET);
            Optional<NodeProgram> node = NodeProgram.find(NODE, "@segment/analytics-node@3");

            ConnectSegment.order(system.addresses().gateway(), KEY);
            for (String script : List.of("connect-cloudevents.sh", "connect-native.sh", "call-webhook.sh")) {
                assertThat(NodeProgram.run(List.of("sh", SHELL.resolve(script).toString()), environment))
                        .as(script)
                        .contains("\"accepted\":1");
            }
            ConnectProducer.order(
                    system.addresses().bootstrapServers(), system.addresses().registryUrl());
            if (node.isPresent()) {
                node.get().run(environment);
            }

            QueryClient queries = new QueryClient(
                    Deployment.of(system.configuration(), system.addresses().queries(), Optional.empty()));
            assertIsScored(queries, "user:java-1", "south");
            if (node.isPresent()) {
                assertIsScored(queries, "user:node-1", "north");
            }
            for (String customer : List.of("crm:c-1", "crm:c-3", "crm:c-4", "crm:c-5")) {
                await(customer)
                        .atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(queries.customer(customer))
                                .hasValueSatisfying(scored ->
                                        assertThat(scored.get("score").asLong()).isPositive()));
            }
        }
    }

    /** A system with the sources of the documents that the page shows. */
    private LocalSystem start() throws Exception {
        Path sources = Files.createDirectory(directory.resolve("sources"));
        for (String source : List.of("shop.yaml", "orders.yaml", "desk.yaml")) {
            String document = Files.readString(Path.of("src/test/sources", source));
            Files.writeString(
                    sources.resolve(source),
                    document.replace("SHA256", TokenHash.of("any", KEY).sha256()));
        }
        ConfigSources services = ConfigSources.of(Map.of(
                "DESK_SECRET", DESK_SECRET,
                "TRUENORTH_GATEWAY_SOURCES_DIRECTORY", sources.toString(),
                "TRUENORTH_GATEWAY_IDENTITIES_PSEUDONYM_KEY", "00112233445566778899aabbccddeeff".repeat(2)));
        return LocalSystem.start(
                new LocalSystemConfig(directory.resolve("system"), false, LocalPorts.free(), services),
                StartSteps.silent());
    }

    private static void assertIsScored(QueryClient queries, String customer, String region) {
        await("all messages of " + customer).atMost(PATIENCE).untilAsserted(() -> {
            JsonNode scored = queries.customer(customer).orElseThrow();
            assertThat(scored.get("contributions").get("money").asLong()).isPositive();
            assertThat(scored.get("attributes").get("region").asText()).isEqualTo(region);
            assertThat(scored.get("attributes").get("group").asText()).isEqualTo("g-1");
            assertThat(scored.get("explanation").toString()).contains("page_viewed", "screen_viewed", "purchase");
        });
    }
}
