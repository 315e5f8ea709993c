package io.truenorth.cli.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.gateway.GatewayClient;
import io.truenorth.cli.gateway.GatewayFailedException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;

/** Sends requests about identities to a gateway. */
final class IdentityRequests {
    private static final Map<String, String> JSON_TYPE = Map.of("Content-Type", "application/json");
    private static final int INVALID = 400;

    private final ObjectMapper json = new ObjectMapper();
    private final GatewayClient gateway;

    IdentityRequests(GatewayClient gateway) {
        this.gateway = gateway;
    }

    /**
     * Sends a request.
     *
     * @param action {@code link} or {@code split}
     * @param identities by the names of their fields
     * @return the id of the request
     * @throws CommandFailure if the request is invalid
     * @throws GatewayFailedException if the gateway does not respond, or rejects the token
     */
    String send(String action, Map<String, String> identities, Optional<String> requestId) throws InterruptedException {
        ObjectNode body = json.createObjectNode();
        identities.forEach(body::put);
        requestId.ifPresent(id -> body.put("requestId", id));
        HttpResponse<byte[]> answer = gateway.post("/v1/identities/" + action, bytes(body), JSON_TYPE);
        return switch (answer.statusCode()) {
            case GatewayClient.ACCEPTED -> requestId(answer);
            case INVALID -> throw new CommandFailure(gateway.detail(answer));
            default -> throw gateway.rejected("the " + action, answer);
        };
    }

    private byte[] bytes(ObjectNode body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("texts are written as JSON", e);
        }
    }

    private String requestId(HttpResponse<byte[]> answer) {
        try {
            return json.readTree(answer.body()).path("requestId").asText();
        } catch (IOException e) {
            throw new GatewayFailedException("the response is not from a gateway");
        }
    }
}
