package io.truenorth.streams.query;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.truenorth.contract.Touchpoint;
import io.truenorth.streams.topology.Plans;
import io.truenorth.streams.topology.RandomTouchpoints;
import io.truenorth.streams.topology.TopologyBench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The export of scores with the differences since an earlier point in time. */
class MovesExportTest extends QueryApiTestBase {
    @Test
    void whatMovedSinceAMomentIsTheDifferenceOfTheTwo() throws Exception {
        bench.send(aTouchpoint("purchase").by("c-1").on("store").at("2026-02-10T10:00:00Z"));
        bench.send(aTouchpoint("page_viewed").by("c-1").on("web").at("2026-02-27T10:00:00Z"));
        bench.send(aTouchpoint("purchase").by("c-2").on("store").at("2026-02-28T10:00:00Z"));

        JsonNode page = json(get("/v1/scores?since=2026-02-22&limit=1"));
        JsonNode old = page.get("scores").get(0);
        JsonNode young = json(get("/v1/scores?cursor=" + page.get("next").asText()))
                .get("scores")
                .get(0);

        assertThat(page.get("since").asText()).isEqualTo("2026-02-22T00:00:00Z");
        assertThat(old.get("before")).isEqualTo(snapshot(json(get("/v1/customers/crm:c-1?asOf=2026-02-22"))));
        assertThat(old.get("moved").get("store").get("purchase").asLong())
                .isEqualTo(given("crm:c-1?asOf=" + NOON, "store") - given("crm:c-1?asOf=2026-02-22", "store"))
                .isNegative();
        assertThat(old.get("moved").get("web").get("page_viewed").asLong())
                .isEqualTo(given("crm:c-1?asOf=" + NOON, "web"))
                .isPositive();
        assertThat(young.has("before")).as("nothing had happened").isFalse();
        assertThat(get("/v1/scores?since=2026-03-02").statusCode()).isEqualTo(400);
        assertThat(json(get("/v1/scores")).get("scores").get(0).has("before")).isFalse();
    }

    private static JsonNode snapshot(JsonNode customer) {
        return new ObjectMapper()
                .createObjectNode()
                .<ObjectNode>set("score", customer.get("score"))
                .set("stage", customer.get("stage"));
    }

    /** What a channel gives a customer in all dimensions, micro-points. */
    private long given(String customer, String channel) throws Exception {
        long given = 0;
        for (JsonNode dimension : json(get("/v1/customers/" + customer)).get("explanation")) {
            for (JsonNode share : dimension.get("channels")) {
                given += share.get("channel").asText().equals(channel)
                        ? share.get("microPoints").asLong()
                        : 0;
            }
        }
        return given;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatMovedDoesNotDependOnTheOrderOfArrival(long seed, @TempDir Path state) throws Exception {
        List<Touchpoint> touches = touches(seed);
        touches.forEach(bench::send);
        String inOneOrder = get("/v1/scores?since=2026-02-22").body();
        bench.close();
        bench = new TopologyBench(Plans.standard(), state, NOON);
        Collections.shuffle(touches, new Random(seed));

        touches.forEach(bench::send);

        assertThat(get("/v1/scores?since=2026-02-22").body())
                .isEqualTo(inOneOrder)
                .contains("\"moved\"");
    }

    /** Of twenty customers within sixty days, an eighth of them within the last week; each id once. */
    private static List<Touchpoint> touches(long seed) {
        RandomTouchpoints random = new RandomTouchpoints(seed, 20);
        List<Touchpoint> touches = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            touches.add(random.before(NOON).withId("e-" + i).build());
        }
        return touches;
    }
}
