package io.truenorth.gateway;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.admission.CrossOrigin;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.admission.SourceAuthenticator;
import io.truenorth.gateway.event.TouchpointValidator;
import io.truenorth.gateway.ingest.IngestPipeline;
import io.truenorth.gateway.ingest.IngestPipeline.ConfiguredSource;
import io.truenorth.gateway.ingest.Publisher;
import io.truenorth.gateway.ingest.Translation;
import io.truenorth.schemas.FailedTouchpoint;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import io.truenorth.service.health.HealthChecks;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.HttpServer;
import io.truenorth.service.http.TokenHash;
import io.truenorth.service.kafka.SchemaProvisioner;
import io.truenorth.service.metrics.ServiceMetrics;
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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * An endpoint on a real HTTP server, with a producer and a registry in memory. One source, {@code shop}, with the
 * write key {@code shop-key}, whose pages are at {@code https://shop.example.org}. It is noon of 1 March 2026.
 */
public final class EndpointUnderTest implements AutoCloseable {

    public static final String KEY = "shop-key";
    public static final String ORIGIN = "https://shop.example.org";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public final AtomicBoolean kafkaReachable = new AtomicBoolean(true);
    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final ServiceMetrics metrics = ServiceMetrics.ofPart("gateway");
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;

    /** Creates the endpoint. */
    @FunctionalInterface
    public interface EndpointFactory<T extends Translation> {
        Endpoints create(SourceAuthenticator<ConfiguredSource<T>> authenticator, IngestPipeline pipeline);
    }

    public <T extends Translation> EndpointUnderTest(T translation, EndpointFactory<T> endpoint) {
        GatewayConfig config = Configuration.read(
                ConfigSources.of(Map.of(
                        "TRUENORTH_GATEWAY_HTTP_PORT",
                        "0",
                        "TRUENORTH_GATEWAY_IDENTITIES_PSEUDONYM_KEY",
                        "00112233445566778899aabbccddeeff".repeat(2))),
                GatewayConfig::read);
        Sender sender = new Sender(
                "shop",
                List.of(TokenHash.of("shop", KEY)),
                Set.of(ORIGIN),
                Optional.empty(),
                Set.of(),
                Set.of(),
                Optional.empty());
        ConfiguredSource<T> source = new ConfiguredSource<>(sender, translation);
        server = new HttpServer(
                config.http(),
                metrics,
                new HealthChecks(List.of(), List.of()),
                List.of(
                        new CrossOrigin(List.of(sender)),
                        endpoint.create(
                                new SourceAuthenticator<>(List.of(source), ConfiguredSource::sender, System::nanoTime),
                                pipeline(config))));
        provision();
        server.start();
    }

    private IngestPipeline pipeline(GatewayConfig config) {
        TouchpointValidator validator =
                new TouchpointValidator(config.arrival(), config.deployment().money(), config.identities());
        Publisher publisher = new Publisher(
                producer, TopicCatalogue.standard(), new RecordSerdes(registry), kafkaReachable::get, PATIENCE);
        Clock clock = Clock.fixed(TranslationUnderTest.ARRIVAL, ZoneOffset.UTC);
        return new IngestPipeline(config.limits(), validator, publisher, clock, metrics.registry());
    }

    private void provision() {
        try {
            new SchemaProvisioner(registry).provisionSubjects(TopicCatalogue.standard());
        } catch (IOException | RestClientException e) {
            throw new IllegalStateException(e);
        }
    }

    public URI uri() {
        return server.uri();
    }

    /** What comes back of a request with these headers, each a name followed by its value. */
    public HttpResponse<String> post(String path, byte[] body, String... headers) {
        return send(
                HttpRequest.newBuilder(uri().resolve(path)).headers(headers).POST(BodyPublishers.ofByteArray(body)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What can be scored. */
    public List<Touchpoint> touchpoints() {
        try (var reader = new RecordSerdes(registry).value(Topics.TOUCHPOINTS).deserializer()) {
            return producer.history().stream()
                    .filter(record -> record.topic().equals(Topics.TOUCHPOINTS.name()))
                    .map(record -> reader.deserialize(record.topic(), record.value()))
                    .toList();
        }
    }

    /** What cannot, as {@code path message: what was sent}. */
    public List<String> failed() {
        return producer.history().stream()
                .filter(record -> record.topic().equals(Topics.TOUCHPOINTS_FAILED.name()))
                .map(record -> {
                    FailedTouchpoint failed = FailedTouchpoint.read(record.headers());
                    return failed.path() + " " + failed.message() + ": "
                            + new String(record.value(), StandardCharsets.UTF_8);
                })
                .toList();
    }

    @Override
    public void close() {
        server.stop(PATIENCE);
        metrics.close();
    }
}
