package io.truenorth.cli.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.deployment.Deployment;
import io.truenorth.service.http.HttpClients;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** HTTP client of the streams service. Retries for a while if the service is not ready. */
public final class QueryClient {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(2);
    private static final Duration READY = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_READY = 503;

    private final HttpClient http = HttpClients.withConnectTimeout(CONNECT);
    private final ObjectMapper json = new ObjectMapper();
    private final URI base;
    private final Optional<String> token;

    /** A client of a deployment. */
    public QueryClient(Deployment deployment) {
        this.base = deployment.queries();
        this.token = deployment.token();
    }

    /**
     * One customer.
     *
     * @return empty if the customer is unknown
     * @throws QueryFailedException if there is no response
     */
    public Optional<JsonNode> customer(String id) throws InterruptedException {
        HttpResponse<byte[]> answer = answer("/v1/customers/" + escaped(id).replace("+", "%20"));
        if (answer.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        return Optional.of(read(answer));
    }

    /**
     * The JSON at a path.
     *
     * @throws QueryFailedException if there is no response, or an error
     */
    public JsonNode get(String path) throws InterruptedException {
        return read(answer(path));
    }

    /** A text encoded for a query. */
    public static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> answer(String path) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(base.toString().replaceFirst("/$", "") + path))
                .timeout(ANSWER);
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        long deadline = System.nanoTime() + READY.toNanos();
        HttpResponse<byte[]> answer = send(request.build());
        while (answer.statusCode() == NOT_READY && System.nanoTime() < deadline) {
            Thread.sleep(PAUSE.toMillis());
            answer = send(request.build());
        }
        return answer;
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new QueryFailedException(
                    0,
                    "no streams service answers at " + base + " (" + reason(e)
                            + "): start one, such as truenorth demo, or name another by --url");
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? "connection refused" : e.getMessage();
    }

    private JsonNode read(HttpResponse<byte[]> answer) {
        JsonNode body;
        try {
            body = json.readTree(answer.body());
        } catch (IOException e) {
            throw new QueryFailedException(
                    answer.statusCode(), base + " does not answer as a streams service does: is it another server?");
        }
        if (answer.statusCode() == OK) {
            return body;
        }
        if (answer.statusCode() == UNAUTHORIZED) {
            throw new QueryFailedException(
                    UNAUTHORIZED, base + " wants a token: give one in TRUENORTH_TOKEN (" + detail(body) + ")");
        }
        throw new QueryFailedException(answer.statusCode(), base + " refused: " + detail(body));
    }

    private static String detail(JsonNode problem) {
        return problem.path("detail").asText(problem.path("title").asText("no reason given"));
    }
}
