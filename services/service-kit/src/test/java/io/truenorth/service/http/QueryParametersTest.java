package io.truenorth.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.service.health.HealthChecks;
import io.truenorth.service.metrics.ServiceMetrics;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What any service does with parameters, whoever wrote its routes. */
class QueryParametersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final ServiceMetrics METRICS = ServiceMetrics.ofPart("test");
    private static final HttpServer SERVER = new HttpServer(
            HttpConfig.onLoopback(0), METRICS, new HealthChecks(List.of(), List.of()), List.of(routes -> {
                routes.get("/v1/plain", ctx -> ctx.result("plain"));
                routes.post("/v1/events", ctx -> ctx.status(202), Access.OPEN);
                routes.get("/v1/scores", ctx -> ctx.result("scores"), QueryParameters.once("asOf", "limit"));
                routes.get("/v1/live", ctx -> ctx.result("live"), QueryParameters.repeated("customer"));
                routes.get("/v1/hook", ctx -> ctx.result("hook"), Access.OPEN, QueryParameters.any());
            }));

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop(PATIENCE);
        METRICS.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/plain",
                "/v1/scores?asOf=2026-03-01&limit=5",
                "/v1/live?customer=a&customer=b",
                "/v1/hook?utm_source=x&x&x=2",
                "/health/live",
                "/metrics"
            })
    void whatARouteKnowsIsTaken(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/plain?asOf=2026-03-01         | asOf  | asOf: expected no parameter
            /v1/scores?asof=2026-03-01        | asof  | asof: expected one of asOf, limit
            /v1/scores?limit=5&asOf=1&asOf=2  | asOf  | asOf: expected it once
            /v1/live?customers=a              | customers | customers: expected one of customer
            /health/live?verbose              | verbose | verbose: expected no parameter
            /health/ready?verbose=1           | verbose | verbose: expected no parameter
            /metrics?name[]=x                 | name[] | name[]: expected no parameter
            """)
    void anyOtherIsRefusedByItsName(String path, String name, String detail) throws Exception {
        assertIsProblem(get(path.replace("[]", "%5B%5D")), name, detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "HEAD"})
    void whateverTheMethodIs(String method) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                SERVER.uri().resolve(method.equals("HEAD") ? "/v1/plain?dryRun=true" : "/v1/events?dryRun=true"));

        HttpResponse<String> answer = client.send(
                request.method(method, method.equals("HEAD") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    private static void assertIsProblem(HttpResponse<String> answer, String name, String detail) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        JsonNode problem = new ObjectMapper().readTree(answer.body());
        assertThat(problem.path("type").asText()).isEqualTo("urn:truenorth:problem:invalid-parameter");
        assertThat(problem.path("parameter").asText()).isEqualTo(name);
        assertThat(problem.path("detail").asText()).isEqualTo(detail);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(SERVER.uri().resolve(path)).build(), BodyHandlers.ofString());
    }
}
