package io.truenorth.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.truenorth.cli.query.ExportedCustomer;
import io.truenorth.cli.query.ExportedScores;
import io.truenorth.deployment.Deployment;
import io.truenorth.schemas.Topics;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.standalone.LocalPorts;
import io.truenorth.standalone.LocalSystem;
import io.truenorth.standalone.LocalSystemConfig;
import io.truenorth.standalone.StartSteps;
import io.truenorth.streams.customer.TouchpointCounters;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A system whose state was written by an earlier version goes on in place.
 *
 * <p>{@code ledgers-of-version-1.zip} is the directory of a local system of that version: Kafka's logs, the registry and the
 * stores of streams. {@code ledgers-of-version-1.json} has what was sent to it and the scores that it gave. Kafka forgets the
 * positions of a group that was away for a week, so that what was sent then may be read once more.
 */
class UpgradeIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    private JsonNode earlier;

    @BeforeEach
    void unpack() throws IOException {
        try (InputStream file = resource("ledgers-of-version-1.json")) {
            earlier = JSON.readTree(file);
        }
        try (ZipInputStream zip = new ZipInputStream(resource("ledgers-of-version-1.zip"))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path path = directory.resolve(entry.getName());
                Files.createDirectories(entry.isDirectory() ? path : path.getParent());
                if (!entry.isDirectory()) {
                    Files.copy(zip, path);
                }
            }
        }
    }

    private static InputStream resource(String name) {
        return UpgradeIT.class.getResourceAsStream("upgrade/" + name);
    }

    @Test
    void ledgersOfVersion1GoOn() throws Exception {
        try (LocalSystem system = LocalSystem.start(
                new LocalSystemConfig(directory, false, LocalPorts.free(), ConfigSources.none()),
                StartSteps.silent())) {
            assertThat(scores(system)).isEqualTo(earlierScores());
            TouchpointCounters before = counters(system);

            sendAgain(system);
            awaitCounters(
                    system,
                    now -> now.duplicates() - before.duplicates()
                            >= earlier.get("sent").size() - 1);
            await("the retraction of an event of which only the id is known")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(reasons(system)).containsOnly("UNKNOWN_CONTENT"));
            assertThat(scores(system)).as("duplicates change nothing").isEqualTo(earlierScores());

            send(system, event("new"));
            awaitCounters(system, now -> now.scored() - before.scored() == 1);
            assertThat(scores(system).get("crm:c-0"))
                    .isGreaterThan(earlierScores().get("crm:c-0"));

            ObjectNode retraction = event("new-r");
            send(system, retraction.put("retraction", true).put("retracts", "new"));
            await("a new event is retracted")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(scores(system)).isEqualTo(earlierScores()));
        }
    }

    /** Everything that was sent, one of which is a retraction. */
    private void sendAgain(LocalSystem system) throws Exception {
        for (JsonNode event : earlier.get("sent")) {
            send(system, event);
        }
    }

    private static ObjectNode event(String id) {
        ObjectNode event = JSON.createObjectNode();
        event.put("eventId", id);
        event.putArray("identities").addObject().put("namespace", "crm").put("value", "c-0");
        event.put("occurredAt", "2026-11-20T10:00:00Z");
        return event.put("channel", "store").put("kind", "visit").put("direction", "in");
    }

    private void send(LocalSystem system, JsonNode event) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        system.addresses().gateway().resolve("/v1/touchpoints"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(event.toString()))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private static TouchpointCounters counters(LocalSystem system) {
        return system.streams().counters().sum();
    }

    private static void awaitCounters(LocalSystem system, Predicate<TouchpointCounters> reached) {
        await("what was sent is counted").atMost(PATIENCE).until(() -> reached.test(counters(system)));
    }

    private static List<String> reasons(LocalSystem system) {
        Deployment deployment = system.deployment();
        return FailedTopic.reasons(
                deployment, deployment.topics().topic(Topics.TOUCHPOINTS_FAILED).name());
    }

    private Map<String, Long> earlierScores() {
        Map<String, Long> scores = new TreeMap<>();
        earlier.get("customers")
                .forEach(customer -> scores.put(
                        customer.get("customer").asText(), customer.get("score").asLong()));
        return scores;
    }

    /** The scores as of the time of the earlier ones. */
    private Map<String, Long> scores(LocalSystem system) throws InterruptedException {
        Map<String, Long> scores = new TreeMap<>();
        long asOf = Instant.parse(earlier.get("asOf").asText()).toEpochMilli();
        ExportedScores export = ExportedScores.of(system.deployment().queryClient(), asOf, "crm:");
        Optional<ExportedCustomer> next = export.next();
        while (next.isPresent()) {
            scores.put(next.get().customer(), next.get().snapshot().score());
            next = export.next();
        }
        return scores;
    }
}
