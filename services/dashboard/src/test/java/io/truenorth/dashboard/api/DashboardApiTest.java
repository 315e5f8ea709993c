package io.truenorth.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.contract.Stage;
import io.truenorth.dashboard.Population;
import io.truenorth.dashboard.moves.KnownMoves;
import io.truenorth.dashboard.moves.Moves;
import io.truenorth.dashboard.moves.PointChanges;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardApiTest {
    private static final Moves AT_THE_BEGINNING = KnownMoves.from(Map.of(
            "crm:ann", Stage.LOYAL, "crm:bob", Stage.LOYAL, "crm:cyd", Stage.COMMITTED, "crm:gone", Stage.LOYAL));

    private final Population people = new Population()
            .add("crm:ann")
            .at(Stage.ADVOCATE, 80_500_000)
            .from("north")
            .on("web", 50_000_000)
            .on("store", 9_000_000)
            .known()
            .add("crm:bob")
            .at(Stage.LOYAL, 61_000_021)
            .from("north")
            .on("web", 40_000_000)
            .against(0.7)
            .known()
            .add("crm:cyd")
            .at(Stage.ENGAGED, 30_000_000)
            .from("south")
            .on("app", 20_000_000)
            .known()
            .add("shop:dan")
            .at(Stage.ENGAGED, 30_000_000)
            .on("app", 21_000_000)
            .known();
    private final DashboardUnderTest dashboard = new DashboardUnderTest(people);

    @AfterEach
    void stop() {
        dashboard.close();
    }

    @Test
    void theOverviewIsTheSumOfAll() throws Exception {
        JsonNode overview = dashboard.json("/v1/overview");

        assertThat(overview.path("customers").asLong()).isEqualTo(4);
        assertThat(overview.path("advocates").asLong()).isEqualTo(1);
        assertThat(overview.path("detractors").asLong()).isEqualTo(1);
        assertThat(overview.path("index").path("value").asDouble()).isZero();
        assertThat(overview.path("index").has("change")).as("there is no past").isFalse();
        assertThat(overview.path("points").path("mean").asText()).isEqualTo("50.375005");
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 30, 90, 365})
    void whoMovedIsWhoStandsElsewhereThanAtTheBeginning(int days) throws Exception {
        dashboard.moved(days, AT_THE_BEGINNING);

        JsonNode flow = dashboard.json("/v1/overview?days=" + days).path("flow");

        assertThat(flow.path("from").asText()).isEqualTo("2026-01-30T00:00:00Z");
        assertThat(flow.path("up").asInt()).as("ann, and dan, who is new").isEqualTo(2);
        assertThat(flow.path("down").asInt()).as("cyd").isEqualTo(1);
        assertThat(flow.path("newAdvocates").asInt()).as("ann").isEqualTo(1);
    }

    @Test
    void eachStageChangedByWhoCameLessWhoWent() throws Exception {
        dashboard.moved(30, AT_THE_BEGINNING);

        assertThat(dashboard.json("/v1/overview?days=30").path("stages").findValuesAsText("change"))
                .as("from unknown to advocate; dan was not known")
                .containsExactly("0", "0", "2", "-1", "-1", "1");
    }

    @Test
    void whoMovedIsToldOfAScopeAlone() throws Exception {
        dashboard.moved(30, AT_THE_BEGINNING);

        JsonNode flow =
                dashboard.json("/v1/overview?days=30&scope=region%3Dsouth").path("flow");

        assertThat(flow.path("up").asInt()).isZero();
        assertThat(flow.path("down").asInt()).isEqualTo(1);
    }

    @Test
    void everySentenceOfAMoveLeadsToAsManyCustomers() throws Exception {
        dashboard.moved(7, AT_THE_BEGINNING);
        List<Long> listed = new ArrayList<>();

        for (JsonNode change : dashboard.json("/v1/overview?days=7").path("changes")) {
            listed.add(dashboard
                    .json("/v1" + change.path("href").asText())
                    .path("total")
                    .asLong());
        }

        assertThat(dashboard.json("/v1/overview?days=7").path("changes").findValuesAsText("sentence"))
                .containsExactly(
                        "1 customer became advocates in the last week.", "1 customer moved down in the last week.");
        assertThat(listed).containsExactly(1L, 1L);
    }

    @Test
    void whatMovedIsLeftOutUntilItIsKnown() throws Exception {
        assertThat(dashboard.json("/v1/overview").has("flow")).isFalse();
        assertThat(dashboard.json("/v1/channels").path("channels").path(0).has("gained"))
                .isFalse();
        assertThat(dashboard.get("/v1/customers?slipped=true", "").statusCode()).isEqualTo(503);
    }

    @Test
    void pointsAreGainedAndLostByChannelAndKind() throws Exception {
        PointChanges points = new PointChanges();
        points.add("web", "purchase", 3_000_000);
        points.add("web", "purchase", -1_000_000);
        points.add("web", "visit", -500_000);
        dashboard.moved(30, KnownMoves.of(Map.of(), points));

        JsonNode web = dashboard.json("/v1/channels?days=30").path("channels").path(0);

        assertThat(web.path("gained").asDouble()).isEqualTo(3);
        assertThat(web.path("lost").asDouble()).isEqualTo(1.5);
        assertThat(web.path("kinds").findValuesAsText("kind")).containsExactly("purchase", "visit");
    }

    @Test
    void segmentsAddUpToTheirSum() throws Exception {
        JsonNode table = dashboard.json("/v1/segments/region");

        for (String column : List.of("customers", "advocates", "detractors", "points")) {
            double rows = 0;
            for (JsonNode row : table.path("rows")) {
                rows += row.path(column).asDouble();
            }
            assertThat(rows)
                    .as(column)
                    .isEqualTo(table.path("sum").path(column).asDouble())
                    .isPositive();
        }
        assertThat(table.path("rows").findValuesAsText("label")).containsExactly("north", "south", "unset");
    }

    @Test
    void channelsAddUpOverTheStages() throws Exception {
        JsonNode web = dashboard.json("/v1/channels").path("channels").path(0);

        assertThat(web.path("channel").asText()).isEqualTo("web");
        assertThat(web.path("points").asDouble()).isEqualTo(90);
        assertThat(web.path("byStage").path(4).asDouble()).isEqualTo(40);
        assertThat(web.path("customers").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
        stage=engaged                | crm:cyd shop:dan
        channel=store                | crm:ann
        main=web                     | crm:ann crm:bob
        single=true&channel=web      | crm:bob
        detractor=true               | crm:bob
        scope=region%3Dunset         | shop:dan
        scope=channel%3Dapp          | crm:cyd shop:dan
        q=CYD                        | crm:cyd
        sort=id                      | crm:ann crm:bob crm:cyd shop:dan
        sort=risk&limit=1            | crm:bob
        stage=unknown                | none
        """)
    void customersAreListed(String query, String expected) throws Exception {
        JsonNode list = dashboard.json("/v1/customers?" + query);

        assertThat(list.path("customers").findValuesAsText("id"))
                .containsExactly(expected == null ? new String[0] : expected.split(" "));
    }

    @Test
    void theQuestionsOfTheDocumentAreAnswered() throws Exception {
        dashboard.moved(30, AT_THE_BEGINNING);
        List<String> paths = Pattern.compile("curl -sS 'localhost:8083(/[^' ]+)'")
                .matcher(Files.readString(Path.of("../../docs/dashboard.md")))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(paths)
                .isNotEmpty()
                .allSatisfy(path -> assertThat(dashboard.get(path, "").statusCode())
                        .as(path)
                        .isEqualTo(200));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() throws Exception {
        List<String> ids = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = dashboard.json("/v1/customers?limit=1&sort=score" + next);
            assertThat(page.path("total").asInt()).isEqualTo(4);
            ids.addAll(page.path("customers").findValuesAsText("id"));
            next = page.has("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!next.isEmpty());

        assertThat(ids).containsExactly("crm:ann", "crm:bob", "crm:cyd", "shop:dan");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /v1/overview?days=8            | days: expected one of 7, 30, 90, 365, was '8'
        /v1/overview?scoop=all         | scoop: expected one of scope, days
        /v1/pipeline?days=7            | days: expected no parameter
        /v1/me?who=ann                 | who: expected no parameter
        /v1/segments?days=7            | days: expected no parameter
        /v1/events?customers=crm:ann   | customers: expected one of customer
        /v1/customers?stage=fan        | stage: expected one of unknown, aware
        /v1/customers?single=yes       | single: expected true or false, was 'yes'
        /v1/customers?cursor=zzz       | cursor: expected the `next` of a previous page
        /v1/customers?limit=0          | limit: expected 1 to 1000, was '0'
        /v1/customers?sort=last_touch  | sort: expected one of score, risk, lastTouch, id
        """)
    void whatIsAskedWronglyIsNamed(String path, String detail) throws Exception {
        HttpResponse<String> answer = dashboard.get(path, "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new ObjectMapper().readTree(answer.body()).path("detail").asText())
                .startsWith(detail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/overview?scope=region%3Dwest", "/v1/segments/colour", "/assets/none.js", "/v1/nothing"})
    void whatIsNotThereIsNotFound(String path) throws Exception {
        assertThat(dashboard.get(path, "").statusCode()).isEqualTo(404);
    }

    @Test
    void everyLookAtCustomersIsNoted() throws Exception {
        dashboard.get("/v1/customers?q=ann", "");
        dashboard.get("/v1/search?q=bob", "");
        dashboard.get("/v1/overview", "");

        assertThat(dashboard.audit()).hasSize(2);
        assertThat(dashboard.audit().get(0))
                .contains("\"who\":\"local\"", "\"what\":\"list\"", "\"which\":\"q=ann\"", "\"from\":\"127.0.0.1\"");
        assertThat(dashboard.audit().get(1)).contains("\"what\":\"search\"", "\"which\":\"bob\"");
    }
}
