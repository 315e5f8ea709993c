package io.truenorth.streams.query;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.service.http.HttpServer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The queries of one customer, and what all queries have in common. */
class CustomerApiTest extends QueryApiTestBase {
    @Test
    void theMethodOfARequestIsTheOneItCameWith() throws Exception {
        assertThat(server.routes()).contains("GET /v1/customers/{id}", "GET /v1/scores");
        for (String route : server.routes()) {
            String[] parts = route.split(" ", -1);
            for (String wanted : List.of("DELETE", "PUT", "POST", "PATCH", "GET")) {
                HttpRequest.Builder request =
                        HttpRequest.newBuilder(server.uri().resolve(parts[1].replace("{id}", "crm:c-1")));
                HttpRequest plain =
                        request.method(parts[0], BodyPublishers.noBody()).build();
                HttpRequest overriding =
                        request.header("X-HTTP-Method-Override", wanted).build();

                assertThat(client.send(overriding, BodyHandlers.ofString()).statusCode())
                        .as(route + " as " + wanted)
                        .isEqualTo(client.send(plain, BodyHandlers.ofString()).statusCode())
                        .isNotEqualTo(405);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /v1/customers/crm:c-1?asof=2026-02-15          | asof: expected one of asOf
        /v1/customers/crm:c-1/history?days=7           | days: expected one of asOf
        /v1/scores?as_of=2026-02-15                    | as_of: expected one of asOf, since, prefix, partition, limit, cursor
        /v1/scores?asOf=2026-02-15&asOf=2026-02-16     | asOf: expected it once
        /v1/model?version=1                            | version: expected no parameter
        """)
    void aParameterThatNobodyKnowsIsRejectedByItsName(String path, String detail) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("detail").asText()).isEqualTo(detail);
    }

    @Test
    void theQuestionsOfTheDocumentsAreAnswered() throws Exception {
        bench.send(aTouchpoint("purchase").by("you").on("store").at("2026-02-10T10:00:00Z"));
        Pattern asked = Pattern.compile("localhost:8082(/[^' ]+)");
        List<String> paths = new ArrayList<>();
        for (String document : List.of("README.md", "docs/queries.md")) {
            asked.matcher(Files.readString(Path.of("../..", document)))
                    .results()
                    .map(found -> found.group(1))
                    .filter(path -> !path.endsWith("…"))
                    .forEach(paths::add);
        }

        assertThat(paths)
                .hasSizeGreaterThan(4)
                .allSatisfy(path -> assertThat(get(path).statusCode()).as(path).isEqualTo(200));
    }

    @Test
    void aCustomerIsExplainedToTheLastMicroPoint() throws Exception {
        bench.send(aTouchpoint("purchase")
                .by("c-1")
                .on("store")
                .worth(5_000)
                .at("2026-02-10T10:00:00Z")
                .with("region", "north"));
        RelationshipScore published = bench.scores().get(0);

        JsonNode customer = json(get("/v1/customers/crm:c-1"));

        assertThat(customer.get("score").asLong()).isEqualTo(published.getScore());
        assertThat(customer.get("stage").asText())
                .isEqualToIgnoringCase(published.getStage().name());
        assertThat(customer.get("attributes").get("region").asText()).isEqualTo("north");
        long explained = 0;
        for (JsonNode dimension : customer.get("explanation")) {
            explained += dimension.get("microPoints").asLong();
        }
        assertThat(explained).isEqualTo(published.getScore());
        assertThat(customer.get("trend").get(0).get("daysAgo").asInt()).isEqualTo(7);
        assertThat(customer.get("trend").get(1).get("score").asLong()).isZero();
        assertThat(Instant.parse(customer.get("nextDrop").asText())).isAfter(NOON);
    }

    @Test
    void aCustomerIsShownAsOfAnyMoment() throws Exception {
        bench.send(aTouchpoint("purchase").by("c-1").at("2026-02-10T10:00:00Z"));

        assertThat(json(get("/v1/customers/crm:c-1?asOf=2026-02-10"))
                        .get("score")
                        .asLong())
                .isZero();
        assertThat(json(get("/v1/customers/crm:c-1?asOf=2026-02-11T00:00:00Z"))
                        .get("score")
                        .asLong())
                .isPositive();
    }

    @Test
    void theHistoryOfACustomerIsACurveAndWhatHappened() throws Exception {
        bench.send(aTouchpoint("purchase").by("c-1").on("store").at("2026-02-10T10:00:00Z"));
        bench.send(aTouchpoint("purchase").by("c-1").on("store").about("tea").at("2026-02-10T11:00:00Z"));
        bench.send(aTouchpoint("page_viewed").by("c-1").on("web").at("2026-02-20T10:00:00Z"));

        JsonNode history = json(get("/v1/customers/crm:c-1/history"));
        JsonNode before = json(get("/v1/customers/crm:c-1/history?asOf=2026-02-11"));

        JsonNode curve = history.get("curve");
        assertThat(curve).hasSize(200);
        assertThat(curve.get(0).get("at").asText()).isEqualTo("2026-02-10T00:00:00Z");
        assertThat(curve.get(0).get("score").asLong()).isZero();
        assertThat(curve.get(199).get("at").asText()).isEqualTo(NOON.toString());
        assertThat(curve.get(199).get("score"))
                .isEqualTo(json(get("/v1/customers/crm:c-1")).get("score"));
        assertThat(history.get("cells").toString())
                .isEqualTo("[{\"day\":\"2026-02-20\",\"channel\":\"web\",\"kind\":\"page_viewed\",\"in\":1,\"out\":0},"
                        + "{\"day\":\"2026-02-10\",\"channel\":\"store\",\"kind\":\"purchase\",\"in\":2,\"out\":0}]");
        assertThat(history.get("cellsLeftOut").asInt()).isZero();
        assertThat(before.get("cells")).hasSize(1);
        assertThat(get("/v1/customers/crm:nobody/history").statusCode()).isEqualTo(404);
    }

    @Test
    void theChangeOfAScoreIsExplainedToTheLastMicroPoint() throws Exception {
        bench.send(aTouchpoint("purchase").by("c-1").on("store").worth(5_000).at("2026-02-10T10:00:00Z"));
        bench.send(aTouchpoint("page_viewed").by("c-1").on("web").at("2026-02-20T10:00:00Z"));

        JsonNode why = json(get("/v1/customers/crm:c-1/why?from=2026-02-11&to=2026-02-25"));

        assertThat(why.at("/from/at").asText()).isEqualTo("2026-02-11T00:00:00Z");
        assertThat(why.at("/from/score"))
                .isEqualTo(json(get("/v1/customers/crm:c-1?asOf=2026-02-11")).get("score"));
        assertThat(why.at("/to/score"))
                .isEqualTo(json(get("/v1/customers/crm:c-1?asOf=2026-02-25")).get("score"));
        long change = why.at("/to/score").asLong() - why.at("/from/score").asLong();
        assertThat(why.get("change").asLong()).isEqualTo(change);
        long effects = 0;
        for (JsonNode effect : why.get("effects")) {
            effects += effect.get("microPoints").asLong();
            assertThat(effect.path("day").asText())
                    .isEqualTo(effect.get("cause").asText().equals("touches") ? "2026-02-20" : "");
        }
        assertThat(effects).isEqualTo(change);
        assertThat(why.at("/causes/decay").asLong()).isNegative();
        assertThat(why.at("/causes/touches").asLong()).isPositive();
        assertThat(why.at("/causes/join").asLong()).isZero();
        assertThat(why.at("/causes/model").asLong()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /v1/customers/crm:c-1/why                                | from: expected an instant such as 2026-03-01T10:00:00Z, a date or epoch milliseconds, from 1970 to 2026-03-01T12:00:00Z, was nothing
        /v1/customers/crm:c-1/why?from=2026-02-02&to=2026-02-01  | from: expected an instant such as 2026-03-01T10:00:00Z, a date or epoch milliseconds, from 1970 to 2026-02-01T00:00:00Z, was 2026-02-02
        /v1/customers/crm:c-1/why?from=2026-02-02&to=tomorrow    | to: expected an instant such as 2026-03-01T10:00:00Z, a date or epoch milliseconds, from 1970 to 9999, was tomorrow
        """)
    void momentsToCompareAreChecked(String path, String detail) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("detail").asText()).isEqualTo(detail);
    }

    @Test
    void theModelTellsWhatADimensionCanGive() throws Exception {
        JsonNode model = json(get("/v1/model"));

        assertThat(model.get("maxima").get("engagement").asLong()).isEqualTo(60_000_000);
        assertThat(model.get("stages").get(3).get("stage").asText()).isEqualTo("advocate");
        assertThat(model.get("stages").get(3).get("up").asLong()).isEqualTo(70_000_000);
    }

    @Test
    void theStatusIsAnswered() throws Exception {
        assertThat(get("/v1/status").body())
                .isEqualTo("{\"state\":\"running\",\"partitions\":1,\"counters\":[],\"lagRecords\":0}");
    }

    @Test
    void questionsThatCannotBeAnsweredSaySo() throws Exception {
        assertThat(get("/v1/customers/crm:nobody").statusCode()).isEqualTo(404);
        assertThat(get("/v1/customers/crm:nobody?asOf=yesterday").statusCode()).isEqualTo(400);
        assertThat(get("/v1/customers/crm:nobody?asOf=-0001-01-01").statusCode())
                .isEqualTo(400);
        assertThat(get("/v1/scores?limit=0").statusCode()).isEqualTo(400);
        assertThat(get("/v1/scores?cursor=nonsense").statusCode()).isEqualTo(400);
        ready = false;
        HttpResponse<String> notReady = get("/v1/customers/crm:nobody");
        assertThat(notReady.statusCode()).isEqualTo(503);
        assertThat(notReady.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void aQuestionIsPassedOnToTheProcessThatCanAnswerIt() throws Exception {
        bench.send(aTouchpoint("purchase").by("c-1").at("2026-02-10T10:00:00Z"));
        HttpServer remote = server(new AtPeer(peer.uri()));
        try {
            assertThat(get(remote, "/v1/customers/crm:c-1?asOf=2026-02-11").body())
                    .isEqualTo(get("/v1/customers/crm:c-1?asOf=2026-02-11").body());
            assertThat(get(remote, "/v1/customers/crm:nobody").statusCode()).isEqualTo(404);
        } finally {
            remote.stop(Duration.ofSeconds(10));
        }
    }

    @Test
    void aQuestionIsPassedOnOnce() throws Exception {
        HttpServer second = server(new AtPeer(peer.uri()));
        HttpServer first = server(new AtPeer(second.uri()));
        try {
            assertThat(get(first, "/v1/customers/crm:c-1").statusCode()).isEqualTo(503);
        } finally {
            first.stop(Duration.ofSeconds(10));
            second.stop(Duration.ofSeconds(10));
        }
    }
}
