package io.truenorth.endtoend.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.query.CustomerHistoryReport;
import io.truenorth.query.CustomerHistoryReport.DayCell;
import io.truenorth.query.QueryClient;
import io.truenorth.standalone.LocalSystem;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Corrections, retractions and retries, from the sender to the ledger. Each customer's last event is of another kind: once it
 * is there, so is everything before it.
 */
class CorrectionsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Instant MIDNIGHT =
            Instant.now().truncatedTo(ChronoUnit.DAYS).minus(1, ChronoUnit.DAYS);
    private static final long NOON = MIDNIGHT.getEpochSecond() + 12 * 3600;

    private static final String END = "\"channel\": \"web\", \"kind\": \"end_reached\", \"direction\": \"in\"";
    private static final String VISIT = "\"channel\": \"web\", \"kind\": \"page_viewed\", \"direction\": \"in\"";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    @Test
    void anEventCountsAsItWasCorrectedOrNotAtAll() throws Exception {
        Map<String, String> documents = Map.of(
                "delighted.yaml",
                "extends: delighted\nsignature: { scheme: none }\n",
                "shop.yaml",
                ConnectedSystem.document("shop.yaml", "a-write-key"));
        try (LocalSystem system = ConnectedSystem.start(directory, documents, Map.of())) {
            URI gateway = system.addresses().gateway();
            String given = answer("created", 3, 0);
            String changed = answer("updated", 9, 600);
            for (Map.Entry<String, List<String>> customer : Map.of(
                            "1", List.of(given, changed), "2", List.of(changed, given))
                    .entrySet()) {
                for (String answer : customer.getValue()) {
                    send(gateway.resolve("/v1/sources/delighted"), answer.replace("PERSON", customer.getKey()));
                }
                post(gateway, "delighted", customer.getKey(), "end", END);
            }
            post(gateway, "crm", "g-1", "visit", VISIT);
            post(gateway, "crm", "g-1", "visit-deleted", "\"retracts\": \"visit\"");
            post(gateway, "crm", "g-1", "end", END);
            post(gateway, "crm", "g-2", "visit-deleted", "\"retracts\": \"visit\"");
            post(gateway, "crm", "g-2", "visit", VISIT);
            post(gateway, "crm", "g-2", "end", END);
            Instant now = Instant.now();
            viewed(gateway, now);
            viewed(gateway, now.minus(2, ChronoUnit.HOURS));
            post(gateway, "user", "late", "end", END);

            QueryClient queries = ConnectedSystem.queries(system);
            for (String customer : List.of("delighted:1", "delighted:2")) {
                awaitCells(queries, customer, "survey_answered 1");
                assertThat(queries.customer(customer)).hasValueSatisfying(scored -> {
                    assertThat(scored.detractorRisk()).isZero();
                    assertThat(scored.detractor()).isFalse();
                });
            }
            awaitCells(queries, "crm:g-1");
            awaitCells(queries, "crm:g-2");
            awaitCells(queries, "user:late", "product_viewed 1");
        }
    }

    private static String answer(String what, int score, int secondsLater) {
        return """
                {"event_type": "survey_response.%s", "event_id": "%s", "event_data": {"id": "r-1", "survey_type": "nps",
                 "created_at": %d, "updated_at": %d, "score": %d, "person": {"id": "PERSON"}}}""".formatted(what, what, NOON, NOON + secondsLater, score);
    }

    private void post(URI gateway, String namespace, String value, String id, String fields) throws Exception {
        send(gateway.resolve("/v1/touchpoints"), """
                {"eventId": "%s", "identities": [{"namespace": "%s", "value": "%s"}], "occurredAt": "%s", %s}""".formatted(
                        id, namespace, value, Instant.ofEpochSecond(NOON), fields));
    }

    /** An hour before a midnight by the sender's clock, which is corrected by the time of sending. */
    private void viewed(URI gateway, Instant sentAt) throws Exception {
        send(gateway.resolve("/v1/track"), """
                {"writeKey": "a-write-key", "userId": "late", "messageId": "m-1", "event": "Product Viewed", "timestamp": "%s", "sentAt": "%s"}""".formatted(MIDNIGHT.minus(1, ChronoUnit.HOURS), sentAt));
    }

    private void send(URI address, String body) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
    }

    private static void awaitCells(QueryClient queries, String customer, String... kinds) {
        List<String> expected =
                Stream.concat(Stream.of(kinds), Stream.of("end_reached 1")).toList();
        await(customer)
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(queries.history(customer, Instant.now().toString()))
                                .hasValueSatisfying(history ->
                                        assertThat(cells(history)).containsExactlyInAnyOrderElementsOf(expected)));
    }

    private static List<String> cells(CustomerHistoryReport history) {
        return history.cells().stream()
                .map((DayCell cell) -> cell.kind() + " " + cell.in())
                .toList();
    }
}
