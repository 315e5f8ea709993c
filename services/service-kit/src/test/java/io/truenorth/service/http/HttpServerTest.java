package io.truenorth.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.service.health.Health;
import io.truenorth.service.health.HealthCheck;
import io.truenorth.service.health.HealthChecks;
import io.truenorth.service.metrics.ServiceMetrics;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TOKEN = "tn_secret";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ServiceMetrics metrics = ServiceMetrics.ofPart("test");
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private volatile Health kafka = Health.up();
    private HttpServer server = server(List.of());

    @AfterEach
    void stop() {
        server.stop(PATIENCE);
        metrics.close();
    }

    private HttpServer server(List<TokenHash> tokens) {
        HttpConfig config = new HttpConfig("127.0.0.1", 0, 16, 1000, PATIENCE, tokens, false);
        HealthChecks health = new HealthChecks(List.of(), List.of(HealthCheck.of("kafka", () -> kafka)));
        return new HttpServer(config, metrics, health, List.of(routes -> {
            routes.get("/v1/things/{id}", ctx -> Json.answer(ctx, 200, Map.of("id", ctx.pathParam("id"))));
            routes.get("/v1/refused", ctx -> {
                throw new ProblemException(
                        Problem.of(409, "taken", "Taken", "by another").with("by", "c-1"), Map.of("Retry-After", "7"));
            });
            routes.get("/v1/broken", ctx -> {
                throw new IllegalStateException("secret c-1");
            });
            routes.post("/v1/things", ctx -> ctx.result(ctx.body()));
            routes.get("/v1/slow", ctx -> {
                entered.countDown();
                mayGoOn.await();
                ctx.result("done");
            });
        }));
    }

    @Test
    void answersInJsonWithoutABanner() throws Exception {
        server.start();

        HttpResponse<String> answer = get("/v1/things/7");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"id\":\"7\"}");
        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
        assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
    }

    @Test
    void aProblemIsAnsweredWithAllItsMembers() throws Exception {
        server.start();

        HttpResponse<String> answer = get("/v1/refused");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("retry-after")).contains("7");
        assertThat(answer.body())
                .isEqualTo("{\"type\":\"urn:truenorth:problem:taken\",\"title\":\"Taken\",\"status\":409,"
                        + "\"detail\":\"by another\",\"by\":\"c-1\"}");
    }

    @Test
    void whatIsUnexpectedIsNotToldToTheClient() throws Exception {
        server.start();

        HttpResponse<String> answer = get("/v1/broken");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("urn:truenorth:problem:server-error").doesNotContain("c-1");
    }

    @Test
    void unknownPathsAndMethodsAreProblems() throws Exception {
        server.start();

        HttpResponse<String> unknown = get("/v2/things");
        HttpResponse<String> method = send(request("/v1/things/7").DELETE().build());

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("urn:truenorth:problem:not-found");
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(method.headers().firstValue("allow").orElse("")).contains("GET");
        assertThat(method.body()).contains("urn:truenorth:problem:method-not-allowed");
    }

    @Test
    void whatIsNoHttpIsAProblemToo() throws IOException {
        server.start();

        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write("GET /v1/things/7 HTTP/1.1\r\nHost: localhost\r\nX: %s\r\n\r\n"
                    .formatted("x".repeat(20_000))
                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 431")
                    .contains("application/problem+json")
                    .doesNotContain("Jetty");
        }
    }

    @Test
    void aLongBodyIsRefusedBeforeItIsRead() throws Exception {
        server.start();

        HttpResponse<String> answer = send(request("/v1/things")
                .POST(HttpRequest.BodyPublishers.ofString("x".repeat(1001)))
                .build());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("expected a body of up to 1000 bytes as sent");
    }

    @Test
    void withTokensOnlyTheirHoldersGetIn() throws Exception {
        server = server(List.of(TokenHash.of("other", "tn_other"), TokenHash.of("crm", TOKEN)));
        server.start();

        HttpResponse<String> without = get("/v1/things/7");
        HttpResponse<String> wrong = send(request("/v1/things/7")
                .header("Authorization", "Bearer tn_wrong")
                .build());
        HttpResponse<String> right = send(request("/v1/things/7")
                .header("Authorization", "bearer " + TOKEN)
                .build());

        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.headers().firstValue("www-authenticate")).contains("Bearer");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(get("/metrics").statusCode()).isEqualTo(401);
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void aPageOfAnotherSiteCannotCallAServerOfThisMachine() throws IOException {
        server.start();

        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write("GET /v1/things/7 HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 421");
        }
    }

    @Test
    void readinessTellsWhyNot() throws Exception {
        server.start();
        assertThat(get("/health/ready").body())
                .isEqualTo("{\"status\":\"ready\",\"checks\":[{\"name\":\"kafka\",\"ok\":true}]}");

        kafka = Health.down("no broker answers");

        HttpResponse<String> answer = get("/health/ready");
        assertThat(answer.statusCode()).isEqualTo(503);
        JsonNode body = new ObjectMapper().readTree(answer.body());
        assertThat(body.get("status").asText()).isEqualTo("not ready");
        assertThat(body.at("/checks/0/reason").asText()).isEqualTo("no broker answers");
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void requestsAreTimedByRouteNotByPath() throws Exception {
        server.start();
        get("/v1/things/7");
        get("/v1/things/8");
        get("/nowhere");

        String scraped = get("/metrics").body();

        assertThat(scraped)
                .contains(
                        "http_server_requests_seconds_count{method=\"GET\",route=\"/v1/things/{id}\",service=\"test\","
                                + "status=\"200\"} 2")
                .contains("route=\"unmatched\"")
                .contains("jetty_threads_current")
                .doesNotContain("/v1/things/7");
    }

    @Test
    void aStopFinishesWhatIsUnderWay() throws Exception {
        server.start();
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request("/v1/slow").build(), BodyHandlers.ofString());
        assertThat(entered.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        Thread stopping = new Thread(() -> server.stop(PATIENCE));
        stopping.start();
        mayGoOn.countDown();

        assertThat(answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).body()).isEqualTo("done");
        stopping.join(PATIENCE.toMillis());
        assertThat(stopping.isAlive()).isFalse();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.uri() + path)).timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, BodyHandlers.ofString());
    }
}
