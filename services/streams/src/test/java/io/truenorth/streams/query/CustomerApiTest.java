package io.truenorth.streams.query;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Touchpoint;
import io.truenorth.query.StreamsStatus;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.service.health.HealthChecks;
import io.truenorth.service.http.HttpConfig;
import io.truenorth.service.http.HttpServer;
import io.truenorth.service.metrics.ServiceMetrics;
import io.truenorth.streams.customer.CustomerQueries;
import io.truenorth.streams.topology.Plans;
import io.truenorth.streams.topology.RandomTouchpoints;
import io.truenorth.streams.topology.TopologyBench;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions over HTTP, to a server in this process. */
class CustomerApiTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final StreamsStatus STATUS =
            new StreamsStatus("running", 1, List.of(), Optional.of(0L), Optional.empty());

    private final HttpClient client = HttpClient.newHttpClient();
    private final ServiceMetrics metrics = ServiceMetrics.ofPart("test");
    private TopologyBench bench;
    private HttpServer server;
    private HttpServer peer;
    private volatile String epoch = "run-1/1";
    private volatile boolean ready = true;

    @BeforeEach
    void start(@TempDir Path state) throws Exception {
        bench = new TopologyBench(Plans.standard(), state, NOON);
        peer = server(new Local());
        server = server(new Local());
    }

    private HttpServer server(PartitionLocator locator) throws Exception {
        HttpServer started = new HttpServer(
                HttpConfig.onLoopback(0),
                metrics,
                new HealthChecks(List.of(), List.of()),
                List.of(
                        new CustomerApi(locator, ScoringModel.standard(), Clock.fixed(NOON, ZoneOffset.UTC)),
                        new StreamsStatusEndpoint(() -> STATUS)));
        started.start();
        return started;
    }

    @AfterEach
    void stop() {
        server.stop(Duration.ofSeconds(10));
        peer.stop(Duration.ofSeconds(10));
        metrics.close();
        bench.close();
    }

    /** Everything is in partition 0, and partition 0 is here. */
    private final class Local implements PartitionLocator {
        @Override
        public PartitionLocation ofCustomer(String customer) {
            return ofPartition(0);
        }

        @Override
        public PartitionLocation ofPartition(int partition) {
            if (!ready) {
                throw NotReady.because("partitions are being assigned");
            }
            return new PartitionLocation.Local(
                    new CustomerQueries(bench.customers().entries(), new RelationshipScoring(ScoringModel.standard()), 30_000),
                    epoch);
        }

        @Override
        public int partitions() {
            return 1;
        }
    }

    /** Everything is in another process. */
    private record AtPeer(URI address) implements PartitionLocator {
        @Override
        public PartitionLocation ofCustomer(String customer) {
            return new PartitionLocation.Remote(address);
        }

        @Override
        public PartitionLocation ofPartition(int partition) {
            return new PartitionLocation.Remote(address);
        }

        @Override
        public int partitions() {
            return 1;
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return get(server, path);
    }

    private HttpResponse<String> get(HttpServer from, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(from.uri().resolve(path)).build(), BodyHandlers.ofString());
    }

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

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
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
