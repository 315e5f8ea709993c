package io.truenorth.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.service.health.Health;
import io.truenorth.service.health.HealthCheck;
import io.truenorth.service.health.HealthChecks;
import io.truenorth.service.metrics.ServiceMetrics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HEAD, as uptime monitors and {@code curl -I} ask, of a server that asks for tokens. */
class HeadTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TOKEN = "tn_secret";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ServiceMetrics metrics = ServiceMetrics.ofPart("test");
    private volatile Health kafka = Health.up();
    private final HttpServer server = new HttpServer(
            new HttpConfig("127.0.0.1", 0, 16, 1000, PATIENCE, List.of(TokenHash.of("crm", TOKEN)), false),
            metrics,
            new HealthChecks(List.of(), List.of(HealthCheck.of("kafka", () -> kafka))),
            List.of(routes -> {
                routes.get("/", ctx -> ctx.header("ETag", "\"1\"").html("<p>page</p>"), Access.OPEN);
                routes.get("/v1/things/{id}", ctx -> Json.answer(ctx, 200, Map.of("id", ctx.pathParam("id"))));
                routes.post("/v1/things", ctx -> ctx.result(ctx.body()), Access.OPEN);
            }));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(PATIENCE);
        metrics.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/health/live", "/health/ready"})
    void whatIsOpenIsOpen(String path) throws Exception {
        HttpResponse<String> head = ask("HEAD", path, "");

        assertIsGetWithoutItsBody(head, ask("GET", path, ""));
        assertThat(head.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/things/7", "/metrics"})
    void whatIsForHoldersOfATokenIsForThemAlone(String path) throws Exception {
        HttpResponse<String> stranger = ask("HEAD", path, "");
        HttpResponse<String> holder = ask("HEAD", path, TOKEN);

        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(holder.statusCode()).isEqualTo(200);
        assertThat(holder.body()).isEmpty();
    }

    @Test
    void itTellsWhatGetTells() throws Exception {
        kafka = Health.down("no broker answers");

        assertThat(ask("HEAD", "/health/ready", "").statusCode()).isEqualTo(503);
        assertThat(ask("HEAD", "/nowhere", TOKEN).statusCode()).isEqualTo(404);
        assertThat(ask("HEAD", "/v1/things", TOKEN).statusCode()).isEqualTo(405);
        assertIsGetWithoutItsBody(ask("HEAD", "/v1/things/7", TOKEN), ask("GET", "/v1/things/7", TOKEN));
    }

    private static void assertIsGetWithoutItsBody(HttpResponse<String> head, HttpResponse<String> get) {
        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.body()).isEmpty();
        for (String name : List.of("Content-Type", "Content-Length", "ETag", "X-Content-Type-Options")) {
            assertThat(head.headers().firstValue(name))
                    .as(name)
                    .isEqualTo(get.headers().firstValue(name));
        }
    }

    private HttpResponse<String> ask(String method, String path, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.uri() + path))
                .timeout(PATIENCE)
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
