package io.truenorth.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.cli.CommandRun;
import io.truenorth.query.QueryClient;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.standalone.LocalPorts;
import io.truenorth.standalone.LocalSystem;
import io.truenorth.standalone.LocalSystemConfig;
import io.truenorth.standalone.StartSteps;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events join identities, and users link and split them by the command line, on a running system. */
class IdentityCommandsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void whatEventsAndUsersLinkIsOneCustomerUntilItIsSplit() throws Exception {
        try (LocalSystem system = LocalSystem.start(
                new LocalSystemConfig(directory, false, LocalPorts.free(), ConfigSources.none()),
                StartSteps.silent())) {
            QueryClient queries = system.deployment().queryClient();
            send(system, "web", "product_viewed", "anonymous:a-1");
            send(system, "store", "purchase", "card:4711");
            awaitShown("card:4711", "card:4711 is a customer with one identity");
            String tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();
            long alone = queries.customer("card:4711", tomorrow).orElseThrow().score();

            send(system, "app", "signed_up", "anonymous:a-1", "crm:c-17");
            awaitShown("anonymous:a-1", "crm:c-17 is a customer with 2 identities");

            assertThat(run("identity", "link", "crm:c-17", "card:4711", "--request-id", "ticket-88")
                            .out())
                    .isEqualTo("requested the link of crm:c-17 and card:4711 (request ticket-88)\n");
            awaitShown("card:4711", "crm:c-17 is a customer with 3 identities");
            assertThat(run("identity", "show", "card:4711").out())
                    .contains("  card:4711 and crm:c-17\n      request ticket-88, ");
            await("the purchase is the customer's")
                    .atMost(PATIENCE)
                    .until(() -> queries.customer("anonymous:a-1", tomorrow)
                                    .orElseThrow()
                                    .score()
                            > alone);

            assertThat(run("identity", "split", "card:4711").exitCode()).isZero();
            awaitShown("card:4711", "card:4711 is a customer with one identity");
            await("each has its own again")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(queries.customer("card:4711", tomorrow)
                                    .orElseThrow()
                                    .score())
                            .isEqualTo(alone));
            awaitShown("crm:c-17", "crm:c-17 is a customer with 2 identities");
        }
    }

    private CommandRun run(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--dir";
        all[arguments.length + 1] = directory.toString();
        return CommandRun.now(all);
    }

    private void awaitShown(String identity, String firstLine) {
        await(firstLine)
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(run("identity", "show", identity).out()).startsWith(firstLine + "\n"));
    }

    private void send(LocalSystem system, String channel, String kind, String... identities) throws Exception {
        String list = Arrays.stream(identities)
                .map(identity -> identity.split(":", 2))
                .map(parts -> "{\"namespace\": \"" + parts[0] + "\", \"value\": \"" + parts[1] + "\"}")
                .collect(Collectors.joining(", "));
        String event = "{\"identities\": [" + list + "], \"occurredAt\": \"" + Instant.now() + "\", \"channel\": \""
                + channel + "\", \"kind\": \"" + kind + "\", \"direction\": \"in\"}";
        URI touchpoints = system.addresses().gateway().resolve("/v1/touchpoints");
        HttpRequest request = HttpRequest.newBuilder(touchpoints)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(event))
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(202);
    }
}
