package io.truenorth.cli.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.cli.command.CommandFailure;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Sends requests about identities to a gateway. Thread-safe. */
public final class IdentityRequests {
    private static final Map<String, String> JSON_TYPE = Map.of("Content-Type", "application/json");
    private static final int INVALID = 400;

    private final ObjectMapper json = new ObjectMapper();
    private final GatewayClient gateway;

    /** @param gateway the gateway that requests are sent to */
    public IdentityRequests(GatewayClient gateway) {
        this.gateway = gateway;
    }

    /**
     * Sends a request.
     *
     * @param path such as {@code /v1/identities/link}; its last part names the request in messages
     * @param fields texts, numbers and booleans by the names of their fields
     * @param requestId the id of the request; the gateway chooses one if it is empty
     * @return the id of the request
     * @throws CommandFailure if the request is invalid
     * @throws GatewayFailedException if the gateway does not respond, or rejects the token
     */
    public String send(String path, Map<String, Object> fields, Optional<String> requestId)
            throws InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>(fields);
        requestId.ifPresent(id -> body.put("requestId", id));
        HttpResponse<byte[]> answer = gateway.post(path, bytes(body), JSON_TYPE);
        return switch (answer.statusCode()) {
            case GatewayClient.ACCEPTED -> requestId(answer);
            case INVALID -> throw new CommandFailure(gateway.detail(answer));
            default -> throw gateway.rejected("the " + path.substring(path.lastIndexOf('/') + 1), answer);
        };
    }

    private byte[] bytes(Map<String, Object> body) {
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
