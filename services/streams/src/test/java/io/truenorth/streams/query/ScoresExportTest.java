package io.truenorth.streams.query;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The export of the scores of all customers, page by page. */
class ScoresExportTest extends QueryApiTestBase {
    @Test
    void anExportHasEveryCustomerOnceInTheOrderOfTheirIds() throws Exception {
        for (int customer = 0; customer < 25; customer++) {
            bench.send(aTouchpoint("purchase").by("c-" + customer).at("2026-02-10T10:00:00Z"));
        }
        bench.send(aTouchpoint("purchase").by("future").at("2026-02-20T10:00:00Z"));

        List<String> customers = new ArrayList<>();
        String path = "/v1/scores?asOf=2026-02-15&prefix=crm:&limit=10";
        while (path != null) {
            JsonNode page = json(get(path));
            page.get("scores")
                    .forEach(line -> customers.add(line.get("customer").asText()));
            path = page.has("next")
                    ? "/v1/scores?limit=10&cursor=" + page.get("next").asText()
                    : null;
        }

        assertThat(customers).hasSize(25).isSorted().doesNotHaveDuplicates().doesNotContain("crm:future");
    }

    @Test
    void anExportOfOnePartitionEndsWithIt() throws Exception {
        bench.send(aTouchpoint("purchase").by("c-1").at("2026-02-10T10:00:00Z"));
        bench.send(aTouchpoint("purchase").by("c-2").at("2026-02-10T10:00:00Z"));

        JsonNode first = json(get("/v1/scores?asOf=2026-02-15&partition=0&limit=1"));
        assertThat(first.get("partition").asInt()).isZero();
        assertThat(first.get("partitions").asInt()).isPositive();
        JsonNode second =
                json(get("/v1/scores?limit=5&cursor=" + first.get("next").asText()));
        assertThat(second.get("scores")).hasSize(1);
        assertThat(second.has("next")).isFalse();
        assertThat(get("/v1/scores?partition=99").statusCode()).isEqualTo(400);
        assertThat(get("/v1/scores?partition=x").statusCode()).isEqualTo(400);
    }

    @Test
    void anotherNamespaceIsNotExported() throws Exception {
        bench.send(aTouchpoint("purchase").by("c-1").at("2026-02-10T10:00:00Z"));

        assertThat(json(get("/v1/scores?prefix=cdnow:")).get("scores")).isEmpty();
    }

    @Test
    void anExportFailsLoudlyWhenItsPartitionMoves() throws Exception {
        for (int customer = 0; customer < 3; customer++) {
            bench.send(aTouchpoint("purchase").by("c-" + customer).at("2026-02-10T10:00:00Z"));
        }
        String next = json(get("/v1/scores?limit=1")).get("next").asText();

        epoch = "run-1/2";

        HttpResponse<String> moved = get("/v1/scores?limit=1&cursor=" + next);
        assertThat(moved.statusCode()).isEqualTo(409);
        assertThat(json(moved).get("type").asText()).isEqualTo("urn:truenorth:problem:partition-moved");
    }
}
