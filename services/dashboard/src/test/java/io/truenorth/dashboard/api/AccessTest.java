package io.truenorth.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Who gets what, at every route that is served. */
class AccessTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Each route, an address of it, and the least role that may use it. */
    static final List<Route> ROUTES = Stream.of(
                    "/                        /                      everybody",
                    "/objectives              /objectives            everybody",
                    "/channels                /channels              everybody",
                    "/segments                /segments              everybody",
                    "/segments/{attribute}    /segments/region       everybody",
                    "/customers               /customers             everybody",
                    "/customers/{id}          /customers/crm:ann     everybody",
                    "/identities              /identities            everybody",
                    "/pipeline                /pipeline              everybody",
                    "/privacy                 /privacy               everybody",
                    "/privacy/{requestId}     /privacy/er-7          everybody",
                    "/assets/<file>           /assets/main.js        everybody",
                    "/openapi.json            /openapi.json          everybody",
                    "/health/live             /health/live           everybody",
                    "/health/ready            /health/ready          everybody",
                    "/v1/scopes               /v1/scopes             viewer",
                    "/v1/overview             /v1/overview           viewer",
                    "/v1/segments             /v1/segments           viewer",
                    "/v1/segments/{attribute} /v1/segments/region    viewer",
                    "/v1/channels             /v1/channels           viewer",
                    "/v1/opportunities        /v1/opportunities      viewer",
                    "/v1/objectives           /v1/objectives         viewer",
                    "/v1/pipeline             /v1/pipeline           viewer",
                    "/v1/me                   /v1/me                 viewer",
                    "/v1/search               /v1/search?q=ann       viewer",
                    "/v1/events               /v1/events             viewer",
                    "/v1/customers            /v1/customers          analyst",
                    "/v1/customers/{id}       /v1/customers/crm:ann  analyst",
                    "/v1/customers/{id}/why   /v1/customers/crm:ann/why analyst",
                    "/v1/customers/{id}/identities /v1/customers/crm:ann/identities analyst",
                    "/v1/identities/refused   /v1/identities/refused analyst",
                    "/v1/identities/changes   /v1/identities/changes analyst",
                    "/v1/privacy/receipts     /v1/privacy/receipts   privacy",
                    "/v1/privacy/receipts/{requestId} /v1/privacy/receipts/er-7 privacy",
                    "/metrics                 /metrics               admin")
            .map(line -> line.split(" +", -1))
            .map(words -> new Route(words[0], words[1], words[2]))
            .toList();

    @TempDir
    static Path folder;

    private static GuardedDashboard guarded;

    @BeforeAll
    static void start() throws IOException {
        guarded = new GuardedDashboard(folder);
    }

    @AfterAll
    static void stop() {
        guarded.close();
    }

    @Test
    void everyRouteThatIsServedIsInTheTable() {
        assertThat(guarded.dashboard().routes()).containsExactlyInAnyOrderElementsOf(pathsFrom("/"));
    }

    @Test
    void everyAnswerOfTheApiIsDescribed() throws Exception {
        List<String> described = JSON.readTree(Resources.bytes("openapi.json")).path("paths").properties().stream()
                .map(Map.Entry::getKey)
                .toList();

        assertThat(described).containsExactlyInAnyOrderElementsOf(pathsFrom("/v1/"));
    }

    private static List<String> pathsFrom(String prefix) {
        return ROUTES.stream()
                .map(Route::path)
                .filter(path -> path.startsWith(prefix))
                .toList();
    }

    @ParameterizedTest
    @FieldSource("ROUTES")
    void aRouteIsForItsRoleAndThoseAboveIt(Route route) throws Exception {
        for (Map.Entry<String, String> token : guarded.taken().entrySet()) {
            boolean let = route.isFor(token.getKey().replaceFirst(" .*", ""));
            HttpResponse<InputStream> answer = guarded.dashboard().open(route.address, token.getValue());
            try (InputStream body = answer.body()) {
                assertThat(answer.statusCode()).as(token.getKey()).isEqualTo(let ? 200 : 403);
                if (!let) {
                    assertIsProblem(answer, "this requires the role " + route.least);
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("ROUTES")
    void whatIsNoTokenOpensNothing(Route route) throws Exception {
        for (Map.Entry<String, String> token : guarded.notTaken().entrySet()) {
            boolean let = route.isFor("everybody");
            HttpResponse<InputStream> answer = guarded.dashboard().open(route.address, token.getValue());
            try (InputStream body = answer.body()) {
                assertThat(answer.statusCode()).as(token.getKey()).isEqualTo(let ? 200 : 401);
                if (!let) {
                    assertThat(answer.headers().firstValue("WWW-Authenticate"))
                            .contains(token.getValue().isEmpty() ? "Bearer" : "Bearer error=\"invalid_token\"");
                    assertIsProblem(answer, token.getValue().isEmpty() ? "expected a token" : "the token is unknown");
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("ROUTES")
    void headIsForWhomGetIs(Route route) throws Exception {
        boolean open = route.isFor("everybody");
        assertThat(guarded.dashboard().head(route.address, "").statusCode()).isEqualTo(open ? 200 : 401);
        for (Map.Entry<String, String> token : guarded.taken().entrySet()) {
            boolean let = route.isFor(token.getKey().replaceFirst(" .*", ""));
            HttpResponse<String> answer = guarded.dashboard().head(route.address, token.getValue());
            assertThat(answer.statusCode()).as(token.getKey()).isEqualTo(let ? 200 : 403);
            assertThat(answer.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @FieldSource("ROUTES")
    void theMethodOfARequestIsTheOneItCameWith(Route route) throws Exception {
        for (String method : List.of("DELETE", "PUT", "POST", "PATCH", "HEAD", "GET")) {
            assertThat(statusOf("GET", route.address, method))
                    .as("GET as " + method)
                    .isEqualTo(200);
            assertThat(statusOf("POST", route.address, method))
                    .as("POST as " + method)
                    .isEqualTo(405);
        }
    }

    /** The status for an admin who would like the request to be another. */
    private static int statusOf(String method, String address, String wanted) throws Exception {
        HttpResponse<InputStream> answer = guarded.dashboard()
                .open(
                        method,
                        address,
                        GuardedDashboard.ADMIN,
                        Map.of(
                                "X-HTTP-Method-Override", wanted,
                                "X-HTTP-Method", wanted,
                                "X-Method-Override", wanted));
        answer.body().close();
        return answer.statusCode();
    }

    private static void assertIsProblem(HttpResponse<InputStream> answer, String detail) throws IOException {
        JsonNode problem = JSON.readTree(answer.body());

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem.path("type").asText()).startsWith("urn:truenorth:problem:");
        assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
        assertThat(problem.path("detail").asText()).startsWith(detail);
    }

    record Route(String path, String address, String least) {
        private static final List<String> ROLES = List.of("everybody", "viewer", "analyst", "privacy", "admin");

        boolean isFor(String role) {
            return ROLES.indexOf(role) >= ROLES.indexOf(least);
        }

        @Override
        public String toString() {
            return path + " for " + least;
        }
    }
}
