package io.truenorth.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.truenorth.contract.IdentityRequest;
import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import io.truenorth.service.health.HealthChecks;
import io.truenorth.service.http.HttpServer;
import io.truenorth.service.kafka.SchemaProvisioner;
import io.truenorth.service.metrics.ServiceMetrics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A gateway on a real HTTP server, with a producer and a registry in memory. It is noon of 1 March 2026. */
final class GatewayUnderTest implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final String KEY = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    final MockProducer<byte[], byte[]> producer;
    final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    final AtomicBoolean kafkaReachable = new AtomicBoolean(true);
    final ServiceMetrics metrics = ServiceMetrics.ofPart("gateway");
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private GatewayUnderTest(boolean acknowledging, Map<String, String> variables) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "TRUENORTH_GATEWAY_HTTP_PORT", "0",
                "TRUENORTH_GATEWAY_IDENTITIES_PSEUDONYM_KEY", KEY,
                "TRUENORTH_MONEY_RATES", "USD=0.5,JPY=0.01"));
        environment.putAll(variables);
        GatewayConfig config = Configuration.read(ConfigSources.of(environment), GatewayConfig::read);
        producer = new MockProducer<>(acknowledging, null, new ByteArraySerializer(), new ByteArraySerializer());
        server = new HttpServer(
                config.http(),
                metrics,
                new HealthChecks(List.of(), List.of()),
                new GatewayComposition(
                                config,
                                metrics,
                                Clock.fixed(NOW, ZoneOffset.UTC),
                                producer,
                                new RecordSerdes(registry),
                                kafkaReachable::get)
                        .endpoints());
        server.start();
    }

    /** One whose Kafka acknowledges everything at once. */
    static GatewayUnderTest started() {
        return started(Map.of());
    }

    static GatewayUnderTest started(Map<String, String> variables) {
        return new GatewayUnderTest(true, variables).provisioned();
    }

    /** One whose Kafka acknowledges when the test says so. */
    static GatewayUnderTest startedWithSilentKafka(Map<String, String> variables) {
        return new GatewayUnderTest(false, variables).provisioned();
    }

    /** One whose registry does not know the schema. */
    static GatewayUnderTest startedUnprovisioned() {
        return new GatewayUnderTest(true, Map.of());
    }

    private GatewayUnderTest provisioned() {
        try {
            new SchemaProvisioner(registry).provisionSubjects(TopicCatalogue.standard());
            return this;
        } catch (IOException | RestClientException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    record Answer(int status, Map<String, List<String>> headers, JsonNode body) {
        String header(String name) {
            return String.join(", ", headers.getOrDefault(name, List.of()));
        }

        /** The message for a path; empty if there is none. */
        String error(String path) {
            for (JsonNode error : body.path("errors")) {
                if (error.get("path").asText().equals(path)) {
                    return error.get("message").asText();
                }
            }
            return "";
        }
    }

    Answer post(String json) {
        return post("application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    Answer postLines(String lines) {
        return post("application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8));
    }

    Answer post(String contentType, byte[] body, String... headers) {
        return postAsync(contentType, body, headers).join();
    }

    CompletableFuture<Answer> postAsync(String contentType, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.uri() + "/v1/touchpoints"))
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofByteArray(body));
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.sendAsync(request.build(), BodyHandlers.ofString()).thenApply(GatewayUnderTest::answer);
    }

    /** What comes back of a request to any path, with headers each as a name followed by its value. */
    HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.uri() + path))
                .timeout(PATIENCE)
                .method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.sendAsync(request.build(), BodyHandlers.ofString()).join();
    }

    /** What comes back of a POST of any bytes. */
    HttpResponse<String> sendBytes(String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.uri() + path))
                .timeout(PATIENCE)
                .headers(headers)
                .POST(BodyPublishers.ofByteArray(body));
        return client.sendAsync(request.build(), BodyHandlers.ofString()).join();
    }

    /** The records on the topic of what failed. */
    List<ProducerRecord<byte[], byte[]>> failed() {
        return producer.history().stream()
                .filter(record -> record.topic().equals(Topics.TOUCHPOINTS_FAILED.name()))
                .toList();
    }

    private static Answer answer(HttpResponse<String> response) {
        try {
            return new Answer(response.statusCode(), response.headers().map(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it answers, each as a method and a path. */
    Set<String> routes() {
        return server.routes();
    }

    int port() {
        return server.port();
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The records that were sent, read by the serdes of the contract. */
    List<Touchpoint> sent() {
        try (var reader = new RecordSerdes(registry).value(Topics.TOUCHPOINTS).deserializer()) {
            return producer.history().stream()
                    .filter(record -> record.topic().equals(Topics.TOUCHPOINTS.name()))
                    .map(record -> reader.deserialize(record.topic(), record.value()))
                    .toList();
        }
    }

    /** The requests about identities that were sent. */
    List<IdentityRequest> identityRequests() {
        try (var reader =
                new RecordSerdes(registry).value(Topics.IDENTITY_REQUESTS).deserializer()) {
            return producer.history().stream()
                    .filter(record -> record.topic().equals(Topics.IDENTITY_REQUESTS.name()))
                    .map(record -> reader.deserialize(record.topic(), record.value()))
                    .toList();
        }
    }

    List<String> sentKeys() {
        return producer.history().stream()
                .map(ProducerRecord::key)
                .map(key -> new String(key, StandardCharsets.UTF_8))
                .toList();
    }

    double count(String meter, String... tags) {
        return metrics.registry().get(meter).tags(tags).counter().count();
    }

    /** A good event; each argument is a member in JSON that is put in, or takes the place of one of the same name. */
    static String event(String... members) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("identities", "[{\"namespace\": \"crm\", \"value\": \"c-1\"}]");
        all.put("occurredAt", "\"2026-03-01T10:00:00Z\"");
        all.put("channel", "\"web\"");
        all.put("kind", "\"product_viewed\"");
        all.put("direction", "\"in\"");
        for (String member : members) {
            String[] parts = member.split(":", 2);
            all.put(parts[0], parts[1]);
        }
        StringBuilder json = new StringBuilder();
        all.forEach((name, value) -> {
            if (!value.isEmpty()) {
                json.append(json.isEmpty() ? "{" : ",")
                        .append('"')
                        .append(name)
                        .append("\":")
                        .append(value);
            }
        });
        return json.append('}').toString();
    }

    @Override
    public void close() {
        server.stop(PATIENCE);
        metrics.close();
    }
}
