package io.truenorth.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.simulator.Scenario;
import io.truenorth.simulator.Scenario.DivisiveProduct;
import io.truenorth.simulator.Scenario.HurtingChannel;
import io.truenorth.simulator.Scenario.SingleChannelSegment;
import io.truenorth.simulator.SimulationConfig;
import io.truenorth.simulator.Vocabulary;
import io.truenorth.standalone.LocalPorts;
import io.truenorth.standalone.LocalSystem;
import io.truenorth.standalone.LocalSystemConfig;
import io.truenorth.standalone.StartSteps;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was made to go wrong in the lives of simulated customers is what the dashboard tells to mend first. */
class PlantedFaultsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration HISTORY = Duration.ofDays(540);
    private static final int PEOPLE = 2_000;
    private static final long SEED = 21;

    @TempDir
    private Path directory;

    @Test
    void thePlantedOnesComeFirst() throws Exception {
        Instant start = Instant.now().minus(HISTORY).truncatedTo(ChronoUnit.DAYS);
        Scenario faults = new Scenario(
                List.of(new HurtingChannel(
                        Vocabulary.APP,
                        start.plus(Duration.ofDays(270)),
                        Instant.now().plus(Duration.ofDays(1)),
                        0.3)),
                List.of(new SingleChannelSegment("region", "west", Vocabulary.STORE)),
                List.of(new DivisiveProduct("sextant", 0.8)));
        try (LocalSystem system = LocalSystem.start(
                new LocalSystemConfig(directory, false, LocalPorts.free(), ConfigSources.of(Map.of())),
                StartSteps.silent())) {
            tellAndAwait(system, SimulationConfig.of(SEED, PEOPLE, start).with(faults));

            await("the joins")
                    .atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(opportunities(system).stream().limit(3))
                                    .containsExactlyInAnyOrder(
                                            "costly-channel:app",
                                            "single-channel:region=west",
                                            "detractors-of-product:sextant"));
        }
    }

    private static void tellAndAwait(LocalSystem system, SimulationConfig lives) throws Exception {
        AtomicLong events = new AtomicLong();
        // A retraction replaces the entry of its event, or the other way round: it is a duplicate.
        new SimulatedLives(system).send(lives, touch -> events.addAndGet(touch.isRetraction() ? 0 : 1));
        await("all are scored, summed up and read").atMost(PATIENCE).untilAsserted(() -> {
            JsonNode pipeline = get(system, "/v1/pipeline");
            assertThat(pipeline.path("scored").asLong()).isEqualTo(events.get());
            assertThat(pipeline.path("lagRecords").asLong()).isZero();
        });
    }

    private static List<String> opportunities(LocalSystem system) throws Exception {
        List<String> found = new ArrayList<>();
        for (JsonNode opportunity : get(system, "/v1/opportunities?days=30").path("opportunities")) {
            found.add(opportunity.path("id").asText());
        }
        return found;
    }

    private static JsonNode get(LocalSystem system, String path) throws Exception {
        return new ObjectMapper()
                .readTree(HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                system.addresses().dashboard().resolve(path))
                                        .build(),
                                BodyHandlers.ofString())
                        .body());
    }
}
