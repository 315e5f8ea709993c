package io.truenorth.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.simulator.SimulatedTouch;
import io.truenorth.simulator.Simulation;
import io.truenorth.simulator.SimulationConfig;
import io.truenorth.standalone.LocalPorts;
import io.truenorth.standalone.LocalSystem;
import io.truenorth.standalone.LocalSystemConfig;
import io.truenorth.standalone.StartSteps;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same history in two orders of arrival makes the same page. No customers join: what happens to a customer who joins another
 * is no move, so that moves would depend on the order.
 */
class ArrivalOrderIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration HISTORY = Duration.ofDays(300);
    private static final int PEOPLE = 400;
    private static final long SEED = 5;
    private static final List<Integer> PERIODS = List.of(7, 30, 90);

    @TempDir
    private Path directory;

    @Test
    void whatMovedOnThePageIsTheSameInAnyOrderOfArrival() throws Exception {
        List<SimulatedTouch> touches = touches();
        Page inOrder = pageAfter(touches, "in-order");
        Collections.shuffle(touches, new Random(SEED));

        Page shuffled = pageAfter(touches, "shuffled");

        assertThat(shuffled.flows()).as("seed %d", SEED).isEqualTo(inOrder.flows());
        assertThat(inOrder.flows().values())
                .allSatisfy(flow -> assertThat(flow.path("up").asInt()).isPositive());
        assertThat(shuffled.points()).hasSameSizeAs(inOrder.points()).isNotEmpty();
        // While the one was told after the other the scores of both fell by some thousandths of a percent.
        shuffled.points()
                .forEach((what, points) -> assertThat(points)
                        .as("%s, seed %d", what, SEED)
                        .isCloseTo(inOrder.points().getOrDefault(what, Double.NaN), Percentage.withPercentage(0.5)));
    }

    private static List<SimulatedTouch> touches() {
        List<SimulatedTouch> touches = new ArrayList<>();
        Instant now = Instant.now();
        new Simulation(SimulationConfig.of(SEED, PEOPLE, now.minus(HISTORY)).withSeveralIdentities(0))
                .forEachUntil(now.toEpochMilli(), touches::add);
        return touches;
    }

    /** An event and its retraction are one entry of the ledger; whichever comes second is a duplicate. */
    private static long entries(List<SimulatedTouch> touches) {
        return touches.stream().filter(touch -> !touch.isRetraction()).count();
    }

    private Page pageAfter(List<SimulatedTouch> touches, String name) throws Exception {
        LocalSystemConfig config =
                new LocalSystemConfig(directory.resolve(name), false, LocalPorts.free(), ConfigSources.of(Map.of()));
        try (LocalSystem system = LocalSystem.start(config, StartSteps.silent())) {
            ExpectedDashboard truth = new ExpectedDashboard(system);
            new SimulatedLives(system).send(touches);
            await("all are scored, summed up and read").atMost(PATIENCE).untilAsserted(() -> {
                JsonNode pipeline = truth.get("/v1/pipeline");
                assertThat(pipeline.path("scored").asLong()).isEqualTo(entries(touches));
                assertThat(pipeline.path("lagRecords").asLong()).isZero();
            });
            return Page.of(truth);
        }
    }

    /**
     * What moved, as the page has it.
     *
     * @param flows by period
     * @param points by period, channel and whether they are gained or lost
     */
    private record Page(Map<Integer, JsonNode> flows, Map<String, Double> points) {

        static Page of(ExpectedDashboard truth) throws Exception {
            Page page = new Page(new TreeMap<>(), new TreeMap<>());
            for (int days : PERIODS) {
                page.flows.put(days, truth.get("/v1/overview?days=" + days).path("flow"));
                for (JsonNode channel : truth.get("/v1/channels?days=" + days).path("channels")) {
                    String name = days + " days, " + channel.path("channel").asText();
                    page.points.put(name + " gained", channel.path("gained").asDouble());
                    page.points.put(name + " lost", channel.path("lost").asDouble());
                }
            }
            return page;
        }
    }
}
