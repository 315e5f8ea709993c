package io.truenorth.containers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.simulator.SimulatedTouch;
import io.truenorth.simulator.Touchpoints;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Posts touches as docs/gateway.md tells its clients to: what is answered with 503 is sent again. */
final class GatewayClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Sentiment, Integer> SENTIMENTS =
            Map.of(Sentiment.POSITIVE, 1, Sentiment.NEUTRAL, 0, Sentiment.NEGATIVE, -1);
    private static final int ACCEPTED = 202;
    private static final int AWAY = 503;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI gateway;
    private final String token;

    GatewayClient(URI gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    /** Returns when all of them are taken. */
    void post(List<SimulatedTouch> touches) throws IOException, InterruptedException {
        String lines = touches.stream().map(GatewayClient::json).collect(Collectors.joining("\n"));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        HttpResponse<String> answer = send(lines);
        while (answer.statusCode() == AWAY && System.nanoTime() < deadline) {
            TimeUnit.SECONDS.sleep(
                    Long.parseLong(answer.headers().firstValue("Retry-After").orElse("1")));
            answer = send(lines);
        }
        if (answer.statusCode() != ACCEPTED || !answer.body().contains("\"accepted\":" + touches.size())) {
            throw new IOException("the gateway answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    private HttpResponse<String> send(String lines) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(gateway.resolve("/v1/touchpoints"))
                        .header("Content-Type", "application/x-ndjson")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(lines))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String json(SimulatedTouch touch) {
        ObjectNode event = JSON.createObjectNode();
        event.put("eventId", touch.eventId());
        ArrayNode identities = event.putArray("identities");
        touch.identities()
                .forEach(identity -> identities
                        .addObject()
                        .put("namespace", identity.namespace())
                        .put("value", identity.value()));
        event.put("occurredAt", touch.occurredAt());
        event.put("channel", touch.channel());
        event.put("kind", touch.kind());
        event.put("subject", touch.subject());
        event.put("direction", touch.direction() == Direction.INBOUND ? "in" : "out");
        if (touch.sentiment() != Sentiment.NONE) {
            event.put("sentiment", SENTIMENTS.get(touch.sentiment()));
        }
        if (touch.valueMinor() != 0) {
            event.putObject("money").put("amountMinor", touch.valueMinor()).put("currency", Touchpoints.CURRENCY);
        }
        event.set("attributes", JSON.valueToTree(touch.attributes()));
        if (touch.isRetraction()) {
            event.put("retraction", true).put("retracts", touch.retracts());
        }
        return event.toString();
    }
}
