package io.truenorth.endtoend.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.standalone.SystemAddresses;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as the launcher starts it, from the packaged jars; runs after packaging. */
class PackagedDemoIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final Path STAMP = Path.of("target", "launcher.stamp");

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path temporary;

    /** Maven leaves an unchanged jar as it is, so that it can be older than sources which are packaged with it. */
    @BeforeAll
    static void markJarsAsBuilt() throws IOException {
        if (Files.notExists(STAMP)) {
            Files.createFile(STAMP);
        }
        Files.setLastModifiedTime(STAMP, FileTime.from(Instant.now()));
    }

    @Test
    void theLauncherStartsADemoWhoseDashboardShowsScoredCustomers() throws Exception {
        Path data = temporary.resolve("data");
        try (DemoProcess demo = DemoProcess.startPackaged(data, "--customers", "20", "--seed", "3")) {
            SystemAddresses addresses = await("the start")
                    .atMost(TIMEOUT)
                    .until(demo::addresses, Optional::isPresent)
                    .orElseThrow();

            String customer = await("a scored customer")
                    .atMost(TIMEOUT)
                    .until(() -> firstCustomer(addresses.dashboard()), Optional::isPresent)
                    .orElseThrow();
            assertThat(get(addresses.dashboard().resolve("/v1/customers/" + customer))
                            .body())
                    .contains("\"id\":\"" + customer + "\"", "\"stage\"");
            assertThat(get(addresses.dashboard()).body()).contains("<title>Truenorth</title>");
            assertThat(demo.output()).contains(addresses.dashboard().toString());

            assertThat(demo.interrupt()).as("exit code").isEqualTo(143);
            assertThat(demo.output()).endsWith("Stopped.\n").doesNotContain("failed", "building");
            assertThat(data.resolve("running.properties")).doesNotExist();
        }
    }

    /** The id of a customer in the list of customers; empty if there is none yet. */
    private Optional<String> firstCustomer(URI dashboard) throws Exception {
        HttpResponse<String> answer = get(dashboard.resolve("/v1/customers"));
        JsonNode customers = new ObjectMapper().readTree(answer.body()).path("customers");
        return customers.isEmpty()
                ? Optional.empty()
                : Optional.of(customers.get(0).path("id").asText());
    }

    private HttpResponse<String> get(URI address) throws Exception {
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
