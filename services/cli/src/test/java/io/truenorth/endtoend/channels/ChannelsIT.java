package io.truenorth.endtoend.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.query.QueryClient;
import io.truenorth.standalone.LocalSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The libraries that senders have, unchanged but for the host, deliver into customers that are scored. */
class ChannelsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String KEY = "a-write-key";
    private static final Path NODE = Path.of("src/test/node");
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
            Optional<NodeProgram> segment =
                    NodeProgram.find(NODE.resolve("connect-segment.mjs"), "@segment/analytics-node@3");
            Optional<NodeProgram> rudderStack =
                    NodeProgram.find(NODE.resolve("connect-rudderstack.mjs"), "@rudderstack/rudder-sdk-node@3");

            ConnectSegment.order(system.addresses().gateway(), KEY);
            for (String script : List.of("connect-cloudevents.sh", "connect-native.sh", "call-webhook.sh")) {
                assertThat(NodeProgram.run(List.of("sh", SHELL.resolve(script).toString()), environment))
                        .as(script)
                        .contains("\"accepted\":1");
            }
            ConnectProducer.order(
                    system.addresses().bootstrapServers(), system.addresses().registryUrl());
            for (NodeProgram program :
                    Stream.of(segment, rudderStack).flatMap(Optional::stream).toList()) {
                program.run(environment);
            }

            QueryClient queries = ConnectedSystem.queries(system);
            ConnectedSystem.assertIsScored(queries, "user:java-1", "south");
            if (segment.isPresent()) {
                ConnectedSystem.assertIsScored(queries, "user:node-1", "north");
            }
            if (rudderStack.isPresent()) {
                ConnectedSystem.assertIsScored(queries, "user:rudder-1", "east");
            }
            for (String customer : List.of("crm:c-1", "crm:c-3", "crm:c-4", "crm:c-5")) {
                await(customer)
                        .atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(queries.customer(customer))
                                .hasValueSatisfying(
                                        scored -> assertThat(scored.score()).isPositive()));
            }
        }
    }

    /** A system with the sources of the documents that the page shows. */
    private LocalSystem start() throws Exception {
        Map<String, String> documents = new HashMap<>();
        for (String file : List.of("shop.yaml", "orders.yaml", "desk.yaml")) {
            documents.put(file, ConnectedSystem.document(file, KEY));
        }
        return ConnectedSystem.start(directory, documents, Map.of("DESK_SECRET", DESK_SECRET));
    }
}
