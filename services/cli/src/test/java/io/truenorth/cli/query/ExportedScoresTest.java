package io.truenorth.cli.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.truenorth.deployment.Deployment;
import io.truenorth.identity.Placeholders;
import io.truenorth.query.QueryFailedException;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.service.kafka.KafkaConfig;
import io.truenorth.service.kafka.RegistryConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers as told, page by page. */
class ExportedScoresTest {
    private final Map<String, String> answers = new HashMap<>();
    private final List<String> tokens = new ArrayList<>();
    private int status = 200;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        answers.put(
                "limit=1&prefix=crm%3A",
                "{\"asOf\": \"2026-03-01T00:00:00Z\", \"partition\": 0, \"partitions\": 2, \"scores\": []}");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        String answer = answers.getOrDefault(exchange.getRequestURI().getRawQuery(), "{\"detail\": \"unexpected\"}");
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.contains("moved") ? 409 : status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void page(String query, String next, String... customers) {
        List<String> lines = new ArrayList<>();
        for (String customer : customers) {
            lines.add("{\"customer\": \"" + customer + "\", \"score\": 1000000, \"engagement\": 1000000, \"money\": 0,"
                    + " \"connectedness\": 0, \"reciprocity\": 0, \"sentiment\": 0,"
                    + " \"advocacy\": 0, \"advocacyMass\": 0.1, \"detractorRisk\": 0.0,"
                    + " \"detractor\": false, \"stage\": \"aware\",\"departures\":"
                    + " [{\"channel\": \"email\", \"kind\": \"unsubscribed\", \"day\":"
                    + " \"2026-03-01\"}]}");
        }
        answers.put(
                "limit=1000&" + query,
                "{\"asOf\": \"1970-01-01T00:00:00.005Z\", \"partition\": 0, \"partitions\": 2, \"scores\": ["
                        + String.join(",", lines) + "]" + (next.isEmpty() ? "" : ", \"next\": \"" + next + "\"") + "}");
    }

    private ExportedScores export() {
        Deployment deployment = new Deployment(
                KafkaConfig.at("unused:1"),
                RegistryConfig.at("unused"),
                TopicCatalogue.standard(),
                "streams",
                "EUR",
                Placeholders.standard(),
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                Optional.of("tn_x"));
        return ExportedScores.of(deployment.queryClient(), 5, "crm:");
    }

    private static List<String> customers(ExportedScores export) {
        List<String> customers = new ArrayList<>();
        Optional<ExportedCustomer> next = export.next();
        while (next.isPresent()) {
            customers.add(next.get().customer());
            next = export.next();
        }
        return customers;
    }

    @Test
    void pagesOfAllPartitionsAreMergedInTheOrderOfIds() throws Exception {
        page("asOf=1970-01-01T00%3A00%3A00.005Z&prefix=crm%3A&partition=0", "p0", "crm:a", "crm:d");
        page("cursor=p0", "", "crm:e", "crm:\uD83D\uDE00");
        page("asOf=1970-01-01T00%3A00%3A00.005Z&prefix=crm%3A&partition=1", "p1");
        page("cursor=p1", "", "crm:b", "crm:c", "crm:\uFF5E");

        assertThat(customers(export()))
                .containsExactly("crm:a", "crm:b", "crm:c", "crm:d", "crm:e", "crm:\uFF5E", "crm:\uD83D\uDE00");
        assertThat(tokens).containsOnly("Bearer tn_x");
    }

    @Test
    void aPartitionThatMovedEndsTheExport() throws Exception {
        page("asOf=1970-01-01T00%3A00%3A00.005Z&prefix=crm%3A&partition=0", "p0", "crm:a");
        answers.put("limit=1000&cursor=p0", "{\"detail\": \"partition 0 moved\"}");
        page("asOf=1970-01-01T00%3A00%3A00.005Z&prefix=crm%3A&partition=1", "", "crm:b");
        ExportedScores export = export();

        assertThatThrownBy(() -> customers(export))
                .isInstanceOfSatisfying(
                        QueryFailedException.class,
                        failure -> assertThat(QueryFailures.explain(failure)).contains("moved", "try again"));
    }

    @Test
    void aRefusalIsToldWithItsReason() {
        status = 401;
        assertThat(explained()).contains("TRUENORTH_TOKEN");
        status = 400;
        answers.put("limit=1&prefix=crm%3A", "{\"detail\": \"limit: expected 1\"}");
        assertThat(explained()).contains("limit: expected 1");
        answers.put("limit=1&prefix=crm%3A", "<html>");
        assertThat(explained()).contains("another server");
    }

    private String explained() {
        return QueryFailures.explain(catchThrowableOfType(QueryFailedException.class, this::export));
    }
}
