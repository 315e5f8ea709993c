package io.truenorth.local.channels;

import io.truenorth.gateway.GatewayConfig;
import io.truenorth.gateway.admission.Admission;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.cloudevents.CloudEventTranslation;
import io.truenorth.gateway.cloudevents.CloudEventsEndpoint;
import io.truenorth.gateway.cloudevents.InboundTopic;
import io.truenorth.gateway.event.KindNames;
import io.truenorth.gateway.event.TouchpointMapper;
import io.truenorth.gateway.intake.Intake;
import io.truenorth.gateway.intake.Publisher;
import io.truenorth.gateway.intake.SourceChannel;
import io.truenorth.gateway.intake.Translation;
import io.truenorth.gateway.segment.SegmentEndpoint;
import io.truenorth.gateway.segment.SegmentTranslation;
import io.truenorth.local.deployment.SystemAddresses;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import io.truenorth.service.health.HealthChecks;
import io.truenorth.service.http.HttpServer;
import io.truenorth.service.http.TokenHash;
import io.truenorth.service.metrics.ServiceMetrics;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A gateway in front of a running system, with the sources {@code shop} (Segment) and {@code orders} (CloudEvents). */
final class SourceGateway implements AutoCloseable {

    static final String KEY = "a-write-key";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final GatewayConfig config;
    private final ServiceMetrics metrics = ServiceMetrics.ofPart("gateway");
    private final KafkaProducer<byte[], byte[]> producer;
    private final RecordSerdes serdes;
    private final HttpServer http;
    private final InboundTopic inbound;

    private SourceGateway(SystemAddresses system, String inboundTopic) {
        config = Configuration.read(
                ConfigSources.of(Map.of(
                        "TRUENORTH_KAFKA_BOOTSTRAP_SERVERS", system.bootstrapServers(),
                        "TRUENORTH_REGISTRY_URL", system.registryUrl(),
                        "TRUENORTH_GATEWAY_HTTP_PORT", "0",
                        "TRUENORTH_GATEWAY_IDENTITIES_PSEUDONYM_KEY", "00112233445566778899aabbccddeeff".repeat(2))),
                GatewayConfig::read);
        serdes = config.deployment().registry().serdes();
        producer = new KafkaProducer<>(
                config.deployment().kafka().client("source-gateway", Map.of("acks", "all")),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        SourceChannel shop =
                source("shop", SegmentEndpoint.CHANNEL, new SegmentTranslation("web", new KindNames(Map.of())));
        SourceChannel orders = source(
                "orders",
                CloudEventsEndpoint.CHANNEL,
                new CloudEventTranslation("store", new KindNames(Map.of("com.example.order.placed", "purchase"))));
        Admission admission = new Admission(List.of(shop.sender(), orders.sender()), System::nanoTime);
        Intake intake = intake();
        inbound = new InboundTopic(
                inboundTopic, orders, intake, config.deployment().kafka(), Clock.systemUTC());
        http = new HttpServer(
                config.http(),
                metrics,
                new HealthChecks(List.of(inbound.liveness()), List.of()),
                List.of(
                        new SegmentEndpoint(admission, intake, Map.of("shop", shop)),
                        new CloudEventsEndpoint(admission, intake, Map.of("orders", orders), 100)));
    }

    /** Starts it in front of a system, which has the topic that CloudEvents come in on. */
    static SourceGateway start(SystemAddresses system, String inboundTopic) {
        SourceGateway gateway = new SourceGateway(system, inboundTopic);
        gateway.inbound.start();
        gateway.http.start();
        return gateway;
    }

    private static SourceChannel source(String name, String channel, Translation translation) {
        Sender sender = new Sender(
                name, channel, List.of(TokenHash.of(name, KEY)), Set.of(), Optional.empty(), Set.of(), Set.of());
        return new SourceChannel(sender, translation);
    }

    private Intake intake() {
        TouchpointMapper mapper =
                new TouchpointMapper(config.arrival(), config.deployment().money(), config.pseudonyms());
        Publisher publisher =
                new Publisher(producer, config.deployment().topics().catalogue(), serdes, () -> true, PATIENCE);
        return new Intake(config.limits(), mapper, publisher, Clock.systemUTC(), metrics.registry());
    }

    URI uri() {
        return http.uri();
    }

    @Override
    public void close() throws Exception {
        http.stop(PATIENCE);
        inbound.stop(PATIENCE);
        producer.close();
        serdes.registry().close();
        metrics.close();
    }
}
