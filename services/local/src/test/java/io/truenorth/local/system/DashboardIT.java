package io.truenorth.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.contract.Grain;
import io.truenorth.contract.ScopeMoment;
import io.truenorth.local.deployment.CustomerStanding;
import io.truenorth.local.deployment.Deployment;
import io.truenorth.local.deployment.ExportedScores;
import io.truenorth.local.deployment.QueryClient;
import io.truenorth.local.deployment.TopicTail;
import io.truenorth.relationship.score.Standing;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.service.config.ConfigSources;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard beside everything that it is about, across a restart. */
class DashboardIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int TOUCHES = 6_000;
    private static final int ASKED = 200;
    private static final String AS_OF = "2026-03-01T00:00:00Z";
    private static final long SEED = 11;
    private static final List<String> COLUMNS = List.of("customers", "advocates", "detractors", "points");

    @TempDir
    private Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void thePageTellsWhatTheTopicsTell() throws Exception {
        long customers;
        try (LocalSystem system = start()) {
            new PipelineLoad().send(system, deployment(system), TOUCHES);
            awaitEverybody(system);

            assertPartsAddUp(system);
            assertCustomersAreThoseOfTheExport(system);
            assertItAnswersHow(system);
            customers = get(system, "/v1/overview").path("customers").asLong();
        }
        assertTheLookIsInTheLog();

        try (LocalSystem system = start()) {
            assertThat(historyOfAll(system))
                    .as("what was kept by the day, at the stop at the latest")
                    .isNotEmpty()
                    .last()
                    .extracting(ScopeMoment::getCustomers)
                    .isEqualTo(customers);
            assertPartsAddUp(system);
        }
    }

    private static List<ScopeMoment> historyOfAll(LocalSystem system) {
        Deployment deployment = deployment(system);
        RecordSerdes serdes = deployment.registry().serdes();
        List<ScopeMoment> moments = new ArrayList<>();
        try (TopicTail<ScopeMoment> tail = TopicTail.of(
                deployment, serdes, deployment.topics().topic(Topics.DASHBOARD_HISTORY), Optional.empty())) {
            tail.catchUp((key, moment) -> {
                if (key.startsWith("all@") && moment.getGrain() == Grain.DAY && !moment.getReconstructed()) {
                    moments.add(moment);
                }
            });
        }
        return moments;
    }

    private LocalSystem start() throws Exception {
        ConfigSources often = ConfigSources.of(Map.of("TRUENORTH_DASHBOARD_HISTORY_INTERVAL", "1s"));
        return LocalSystem.start(
                new LocalSystemConfig(directory, false, LocalPorts.free(), often), StartSteps.silent());
    }

    private static Deployment deployment(LocalSystem system) {
        return Deployment.of(system.configuration(), system.addresses().queries(), Optional.empty());
    }

    private void awaitEverybody(LocalSystem system) {
        await("all are scored, summed up and read").atMost(PATIENCE).untilAsserted(() -> {
            JsonNode pipeline = get(system, "/v1/pipeline");
            assertThat(pipeline.path("state").asText()).as("%s", pipeline).isEqualTo("ok");
            assertThat(pipeline.path("scored").asLong()).isPositive();
            assertThat(pipeline.path("received").asLong())
                    .isEqualTo(pipeline.path("scored").asLong()
                            + pipeline.path("failed").asLong()
                            + pipeline.path("duplicates").asLong());
            assertThat(pipeline.path("lagRecords").asLong()).isZero();
            assertThat(get(system, "/v1/overview").path("customers").asLong())
                    .isEqualTo(get(system, "/v1/customers").path("total").asLong())
                    .isGreaterThan(ASKED);
        });
    }

    /** The parts of every attribute add up to all of it, and so do the lists behind them. */
    private void assertPartsAddUp(LocalSystem system) {
        await("the sums are those of one moment").atMost(PATIENCE).untilAsserted(() -> {
            for (String attribute : List.of("region", "tier")) {
                JsonNode table = get(system, "/v1/segments/" + attribute);
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
                    assertThat(get(system, "/v1/customers?scope=" + QueryClient.escaped(scope))
                                    .path("total")
                                    .asLong())
                            .as(scope)
                            .isEqualTo(row.path("customers").asLong());
                }
            }
        });
    }

    private void assertCustomersAreThoseOfTheExport(LocalSystem system) throws Exception {
        List<CustomerStanding> all = new ArrayList<>();
        ExportedScores export = ExportedScores.of(
                new QueryClient(deployment(system)), Instant.parse(AS_OF).toEpochMilli(), "crm:");
        for (Optional<CustomerStanding> next = export.next(); next.isPresent(); next = export.next()) {
            all.add(next.get());
        }
        Collections.shuffle(all, new Random(SEED));
        for (CustomerStanding exported : all.subList(0, ASKED)) {
            JsonNode customer =
                    get(system, "/v1/customers/" + QueryClient.escaped(exported.customer()) + "?asOf=" + AS_OF);
            Standing standing = exported.standing();
            assertThat(customer.path("points").decimalValue().movePointRight(6))
                    .as(exported.customer())
                    .isEqualByComparingTo(BigDecimal.valueOf(standing.score()));
            assertThat(customer.path("stage").asText())
                    .isEqualTo(standing.stage().name().toLowerCase(Locale.ROOT));
            assertTheBarsAddUp(customer);
            JsonNode last = customer.path("curve").path(customer.path("curve").size() - 1);
            assertThat(last.path("points")).isEqualTo(customer.path("points"));
        }
    }

    private static void assertTheBarsAddUp(JsonNode customer) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode bar : customer.path("contributions")) {
            sum = sum.add(bar.path("points").decimalValue());
        }
        assertThat(sum).isEqualByComparingTo(customer.path("points").decimalValue());
    }

    private void assertItAnswersHow(LocalSystem system) throws Exception {
        for (String path :
                List.of("/v1/channels", "/v1/opportunities", "/v1/objectives", "/v1/scopes", "/openapi.json")) {
            assertThat(get(system, path).size()).as(path).isPositive();
        }
        for (JsonNode opportunity : get(system, "/v1/opportunities?days=30").path("opportunities")) {
            JsonNode behind = get(system, "/v1" + opportunity.path("href").asText());
            assertThat(behind.path("total")).as("%s", opportunity).isEqualTo(opportunity.path("customers"));
        }
    }

    private void assertTheLookIsInTheLog() throws Exception {
        assertThat(Files.readString(SystemDirectory.log(directory)))
                .contains("\"what\":\"customer\"", "\"what\":\"list\"");
    }

    private JsonNode get(LocalSystem system, String path) throws Exception {
        URI address = system.addresses().dashboard().resolve(path);
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return mapper.readTree(answer.body());
    }
}
