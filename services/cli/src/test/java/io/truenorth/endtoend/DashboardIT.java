package io.truenorth.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.contract.Granularity;
import io.truenorth.contract.ScopeHistoryPoint;
import io.truenorth.deployment.Deployment;
import io.truenorth.deployment.TopicTail;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.standalone.LocalPorts;
import io.truenorth.standalone.LocalSystem;
import io.truenorth.standalone.LocalSystemConfig;
import io.truenorth.standalone.StartSteps;
import io.truenorth.standalone.SystemDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard beside everything that it is about, across a restart. */
class DashboardIT {
    private static final int TOUCHES = 6_000;
    private static final String AS_OF = "2026-03-01T00:00:00Z";

    @TempDir
    private Path directory;

    @Test
    void thePageTellsWhatTheTopicsTell() throws Exception {
        long customers;
        try (LocalSystem system = start()) {
            PipelineLoad load = new PipelineLoad();
            load.send(system, deployment(system), TOUCHES);
            ExpectedDashboard expected = new ExpectedDashboard(system);
            expected.awaitEverybody();
            expected.awaitCustomers(load.expected.customers().size());

            expected.assertPartsAddUp();
            expected.assertChannelsAddUp();
            expected.assertCustomersAreThoseOfTheExport("", AS_OF);
            assertItAnswersHow(expected);
            customers = expected.get("/v1/overview").path("customers").asLong();
        }
        assertTheLookIsInTheLog();

        try (LocalSystem system = start()) {
            assertThat(historyOfAll(system))
                    .as("what was kept by the day, at the stop at the latest")
                    .isNotEmpty()
                    .last()
                    .extracting(ScopeHistoryPoint::getCustomers)
                    .isEqualTo(customers);
            new ExpectedDashboard(system).assertPartsAddUp();
        }
    }

    private static List<ScopeHistoryPoint> historyOfAll(LocalSystem system) {
        Deployment deployment = deployment(system);
        RecordSerdes serdes = deployment.registry().serdes();
        List<ScopeHistoryPoint> moments = new ArrayList<>();
        try (TopicTail<ScopeHistoryPoint> tail = TopicTail.of(
                deployment, serdes, deployment.topics().topic(Topics.DASHBOARD_HISTORY), Optional.empty())) {
            tail.catchUp((key, moment) -> {
                if (key.startsWith("all@")
                        && moment.getGranularity() == Granularity.DAY
                        && !moment.getReconstructed()) {
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
        return system.deployment();
    }

    private void assertItAnswersHow(ExpectedDashboard expected) throws Exception {
        for (String path :
                List.of("/v1/channels", "/v1/opportunities", "/v1/objectives", "/v1/scopes", "/openapi.json")) {
            assertThat(expected.get(path).size()).as(path).isPositive();
        }
        for (JsonNode opportunity : expected.get("/v1/opportunities?days=30").path("opportunities")) {
            JsonNode behind = expected.get("/v1" + opportunity.path("href").asText());
            assertThat(behind.path("total")).as("%s", opportunity).isEqualTo(opportunity.path("customers"));
        }
    }

    private void assertTheLookIsInTheLog() throws Exception {
        assertThat(Files.readString(SystemDirectory.log(directory)))
                .contains("\"what\":\"customer\"", "\"what\":\"list\"");
    }
}
