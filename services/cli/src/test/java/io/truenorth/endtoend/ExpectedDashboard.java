package io.truenorth.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.cli.query.ExportedCustomer;
import io.truenorth.cli.query.ExportedScores;
import io.truenorth.deployment.Deployment;
import io.truenorth.query.ServiceInstances;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.standalone.LocalSystem;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Holds what a dashboard tells against what the rest of its system tells. */
final class ExpectedDashboard {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int ASKED = 200;
    private static final long SEED = 11;
    private static final List<String> COLUMNS = List.of("customers", "advocates", "detractors", "points");

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private final URI dashboard;
    private final Deployment deployment;

    ExpectedDashboard(LocalSystem system) {
        dashboard = system.addresses().dashboard();
        deployment = system.deployment();
    }

    void awaitEverybody() {
        await("all are scored, summed up and read").atMost(PATIENCE).untilAsserted(() -> {
            JsonNode pipeline = get("/v1/pipeline");
            assertThat(pipeline.path("state").asText()).as("%s", pipeline).isEqualTo("ok");
            assertThat(pipeline.path("scored").asLong()).isPositive();
            assertThat(pipeline.path("received").asLong())
                    .isEqualTo(pipeline.path("scored").asLong()
                            + pipeline.path("failed").asLong()
                            + pipeline.path("duplicates").asLong());
            assertThat(pipeline.path("lagRecords").asLong()).isZero();
            assertThat(get("/v1/overview").path("customers").asLong())
                    .isEqualTo(get("/v1/customers").path("total").asLong())
                    .isGreaterThan(ASKED);
        });
    }

    /** Waits until all joins are done. */
    void awaitCustomers(long customers) {
        await("all are joined")
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(get("/v1/overview").path("customers").asLong())
                                .isEqualTo(customers));
    }

    /** The parts of every attribute add up to all of it, and so do the lists behind them. */
    void assertPartsAddUp() {
        await("the sums are those of one moment").atMost(PATIENCE).untilAsserted(() -> {
            for (String attribute : List.of("region", "tier")) {
                JsonNode table = get("/v1/segments/" + attribute);
                for (String column : COLUMNS) {
                    BigDecimal sum = BigDecimal.ZERO;
                    for (JsonNode row : table.path("rows")) {
                        sum = sum.add(row.path(column).decimalValue());
                    }
                    assertThat(sum)
                            .as("%s by %s", column, attribute)
                            .isEqualByComparingTo(table.path("sum").path(column).decimalValue());
                }
                for (JsonNode row : table.path("rows")) {
                    String scope = row.path("scope").asText();
                    assertThat(get("/v1/customers?scope=" + ServiceInstances.escaped(scope))
                                    .path("total")
                                    .asLong())
                            .as(scope)
                            .isEqualTo(row.path("customers").asLong());
                }
            }
        });
    }

    /** Of some customers whose ids have a prefix, as of a moment, the numbers are those that are exported. */
    void assertCustomersAreThoseOfTheExport(String prefix, String asOf) throws Exception {
        List<ExportedCustomer> all = new ArrayList<>();
        ExportedScores export =
                ExportedScores.of(deployment.queryClient(), Instant.parse(asOf).toEpochMilli(), prefix);
        for (Optional<ExportedCustomer> next = export.next(); next.isPresent(); next = export.next()) {
            all.add(next.get());
        }
        Collections.shuffle(all, new Random(SEED));
        for (ExportedCustomer exported : all.subList(0, ASKED)) {
            JsonNode customer = get("/v1/customers/" + ServiceInstances.escaped(exported.customer()) + "?asOf=" + asOf);
            ScoreSnapshot snapshot = exported.snapshot();
            assertThat(customer.path("points").decimalValue().movePointRight(6))
                    .as(exported.customer())
                    .isEqualByComparingTo(BigDecimal.valueOf(snapshot.score()));
            assertThat(customer.path("stage").asText())
                    .isEqualTo(snapshot.stage().name().toLowerCase(Locale.ROOT));
            assertTheBarsAddUp(customer);
            JsonNode last = customer.path("curve").path(customer.path("curve").size() - 1);
            assertThat(last.path("points")).isEqualTo(customer.path("points"));
        }
    }

    /** What channels carry is told by stage, and it is all that the customers have of them. */
    void assertChannelsAddUp() throws Exception {
        BigDecimal whole = get("/v1/segments/region").path("sum").path("points").decimalValue();
        BigDecimal carried = BigDecimal.ZERO;
        for (JsonNode channel : get("/v1/channels").path("channels")) {
            BigDecimal byStage = BigDecimal.ZERO;
            for (JsonNode stage : channel.path("byStage")) {
                byStage = byStage.add(stage.decimalValue());
            }
            assertThat(byStage).isEqualByComparingTo(channel.path("points").decimalValue());
            carried = carried.add(byStage);
        }
        assertThat(carried).isBetween(BigDecimal.ZERO, whole);
    }

    private static void assertTheBarsAddUp(JsonNode customer) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode bar : customer.path("contributions")) {
            sum = sum.add(bar.path("points").decimalValue());
        }
        assertThat(sum).isEqualByComparingTo(customer.path("points").decimalValue());
    }

    /** What the dashboard answers. */
    JsonNode get(String path) throws Exception {
        URI address = dashboard.resolve(path);
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return mapper.readTree(answer.body());
    }
}
