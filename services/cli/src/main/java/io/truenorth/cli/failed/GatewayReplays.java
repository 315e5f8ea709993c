package io.truenorth.cli.failed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.schemas.FailedTouchpoint;
import io.truenorth.service.http.HttpClients;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Sends records that the gateway received to it again, which applies the current document of their source. */
public final class GatewayReplays {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ACCEPTED = 202;
    private static final int STILL_FAILING = 422;
    private static final int UNKNOWN_SOURCE = 404;

    private final HttpClient http = HttpClients.withConnectTimeout(PATIENCE);
    private final ObjectMapper json = new ObjectMapper();
    private final URI gateway;
    private final Optional<String> token;

    /** @param token the access token; empty if the gateway requires none */
    public GatewayReplays(URI gateway, Optional<String> token) {
        this.gateway = gateway;
        this.token = token;
    }

    /**
     * Sends a record again.
     *
     * @return the reason why it still fails; empty if it was accepted
     * @throws GatewayFailedException if the gateway does not respond, or rejects the token
     */
    Optional<String> sendAgain(FailedRecord record) throws InterruptedException {
        HttpResponse<byte[]> answer = send(request(record));
        return switch (answer.statusCode()) {
            case ACCEPTED -> Optional.empty();
            case STILL_FAILING, UNKNOWN_SOURCE -> Optional.of(detail(answer));
            default ->
                throw new GatewayFailedException(gateway + " rejected the replay of " + record.id() + ": "
                        + detail(answer) + (answer.statusCode() == 401 ? " (set TRUENORTH_GATEWAY_TOKEN)" : ""));
        };
    }

    private HttpRequest request(FailedRecord record) {
        FailedTouchpoint failure = record.failure();
        URI uri = URI.create(gateway.toString().replaceFirst("/$", "") + "/v1/replays/" + escaped(failure.source())
                + "?failed=" + record.id() + "&receivedAt=" + failure.timestamp());
        byte[] body = record.value() == null ? new byte[0] : record.value();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(PATIENCE).POST(BodyPublishers.ofByteArray(body));
        FailedTouchpoint.requestHeaders(record.headers()).forEach(request::header);
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request.build();
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new GatewayFailedException("no gateway responds at " + gateway + ": start one, or set --gateway-url");
        }
    }

    private String detail(HttpResponse<byte[]> answer) {
        try {
            JsonNode problem = json.readTree(answer.body());
            return problem.path("detail").asText("no reason given");
        } catch (IOException e) {
            return "the response is not from a gateway";
        }
    }
}
