package io.truenorth.embedded;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Forwards requests to the registry, with the credentials of the run and only selected headers. */
final class RegistryBackend {
    private static final int LARGEST_BODY = 4 << 20;
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
    private static final List<String> PASSED_ON = List.of("Accept", "Content-Type");
    private static final String ANY_TYPE = "application/octet-stream";

    private final String address;
    private final RegistryCredentials credentials;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(CONNECT_LIMIT)
            .build();

    RegistryBackend(int port, RegistryCredentials credentials) {
        this.address = "http://" + Ports.LOOPBACK + ":" + port;
        this.credentials = credentials;
    }

    /** Whether the registry is ready. */
    boolean isReady() throws InterruptedException {
        try {
            HttpRequest question = request("/health/ready").GET().build();
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Forwards a request and returns the response. */
    RegistryResponse ask(HttpExchange exchange) {
        try {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                return RegistryResponse.error(413, "expected a body of up to " + LARGEST_BODY + " bytes");
            }
            HttpResponse<byte[]> answer = http.send(passedOn(exchange, body), BodyHandlers.ofByteArray());
            String type = answer.headers().firstValue("Content-Type").orElse(ANY_TYPE);
            return new RegistryResponse(answer.statusCode(), type, answer.body());
        } catch (IOException | IllegalArgumentException e) {
            return RegistryResponse.error(503, "the registry does not respond; see its log");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return RegistryResponse.error(503, "the registry is stopping");
        }
    }

    private HttpRequest passedOn(HttpExchange exchange, byte[] body) {
        URI asked = exchange.getRequestURI();
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        BodyPublisher content = body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        HttpRequest.Builder request = request(asked.getRawPath() + query).method(exchange.getRequestMethod(), content);
        for (String name : PASSED_ON) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.setHeader(name, value);
            }
        }
        return request.build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(ANSWER_LIMIT)
                .setHeader("Authorization", credentials.authorization());
    }
}
