package io.truenorth.endtoend.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.endtoend.TouchJson;
import io.truenorth.simulator.SimulatedTouch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells a gateway of touches, as a channel does. */
final class TouchSender {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI gateway;

    TouchSender(URI gateway) {
        this.gateway = gateway;
    }

    void send(SimulatedTouch touch) {
        send(TouchJson.of(touch));
    }

    /** Sends a touch as JSON. */
    void send(String touch) {
        send("/v1/touchpoints", touch);
    }

    /** Sends a visit of a person with these identities, now. */
    void see(String... identities) {
        String names = Stream.of(identities)
                .map(identity -> identity.split(":", 2))
                .map(parts -> "{\"namespace\":\"%s\",\"value\":\"%s\"}".formatted(parts[0], parts[1]))
                .collect(Collectors.joining(","));
        send("{\"identities\":[%s],\"occurredAt\":\"%s\",\"channel\":\"web\",\"kind\":\"visit\",\"direction\":\"in\"}"
                .formatted(names, Instant.now()));
    }

    /** Asks to split an identity from its customer. */
    void split(String identity) {
        send("/v1/identities/split", "{\"identity\":\"" + identity + "\"}");
    }

    private void send(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        } catch (IOException e) {
            throw new IllegalStateException("the gateway does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
