package io.truenorth.cli.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.service.http.HttpClients;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Sends requests to a gateway. */
public final class GatewayClient {
    /** The answer to what was stored. */
    public static final int ACCEPTED = 202;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int UNAUTHORIZED = 401;

    private final HttpClient http = HttpClients.withConnectTimeout(PATIENCE);
    private final ObjectMapper json = new ObjectMapper();
    private final URI gateway;
    private final Optional<String> token;

    /** @param token the access token; empty if the gateway requires none */
    public GatewayClient(URI gateway, Optional<String> token) {
        this.gateway = gateway;
        this.token = token;
    }

    /**
     * Sends a request.
     *
     * @param path with its query, below the address of the gateway
     * @throws GatewayFailedException if the gateway does not respond
     */
    public HttpResponse<byte[]> post(String path, byte[] body, Map<String, String> headers)
            throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(gateway.toString().replaceFirst("/$", "") + path))
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new GatewayFailedException("no gateway responds at " + gateway + ": start one, or set --gateway-url");
        }
    }

    /** The failure of a request that the gateway rejected, with what to do. */
    public GatewayFailedException rejected(String what, HttpResponse<byte[]> answer) {
        String detail = detail(answer);
        if (answer.statusCode() != UNAUTHORIZED) {
            return new GatewayFailedException(gateway + " rejected " + what + ": " + detail);
        }
        return new GatewayFailedException(
                token.isPresent()
                        ? gateway + " rejected the token in TRUENORTH_GATEWAY_TOKEN: " + detail
                        : gateway + " rejected " + what + ": " + detail + " (set TRUENORTH_GATEWAY_TOKEN)");
    }

    /** What a problem says of a request. */
    public String detail(HttpResponse<byte[]> answer) {
        try {
            JsonNode problem = json.readTree(answer.body());
            return problem.path("detail").asText("no reason given");
        } catch (IOException e) {
            return "the response is not from a gateway";
        }
    }
}
