package io.truenorth.gateway;

import io.truenorth.contract.IdentityRequest;
import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.admission.CrossOrigin;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.admission.SourceAuthenticator;
import io.truenorth.gateway.cloudevents.CloudEventsEndpoint;
import io.truenorth.gateway.cloudevents.InboundTopic;
import io.truenorth.gateway.event.IdentityRequestReader;
import io.truenorth.gateway.event.TouchpointValidator;
import io.truenorth.gateway.identities.IdentityAuditLog;
import io.truenorth.gateway.identities.IdentityRequestEndpoint;
import io.truenorth.gateway.ingest.IngestPipeline;
import io.truenorth.gateway.ingest.IngestPipeline.ConfiguredSource;
import io.truenorth.gateway.ingest.Publisher;
import io.truenorth.gateway.segment.SegmentEndpoint;
import io.truenorth.gateway.sources.ConfiguredSources;
import io.truenorth.gateway.sources.ReplayEndpoint;
import io.truenorth.gateway.sources.WebhookEndpoint;
import io.truenorth.gateway.sources.WebhookEndpoint.Webhook;
import io.truenorth.gateway.touchpoints.TouchpointEndpoint;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.service.Component;
import io.truenorth.service.Service;
import io.truenorth.service.health.HealthChecks;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.HttpServer;
import io.truenorth.service.kafka.BrokerWatch;
import io.truenorth.service.kafka.ExpectedPartitions;
import io.truenorth.service.kafka.KafkaConfig;
import io.truenorth.service.kafka.PartitionWatch;
import io.truenorth.service.kafka.TopicCheck;
import io.truenorth.service.metrics.ServiceMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The parts of a gateway, and how they are connected. */
public final class GatewayComposition {

    static final String NAME = "gateway";

    private static final Duration WATCH_INTERVAL = Duration.ofSeconds(1);
    private static final Duration WATCH_PATIENCE = Duration.ofSeconds(5);

    private final GatewayConfig config;
    private final ServiceMetrics metrics;
    private final Clock clock;
    private final Producer<byte[], byte[]> producer;
    private final RecordSerdes serdes;
    private final TouchpointValidator validator;
    private final ConfiguredSources sources;
    private final Publisher publisher;
    private final IngestPipeline pipeline;

    /**
     * A gateway.
     *
     * @param metrics closed with it
     */
    public static Gateway gateway(GatewayConfig config, ServiceMetrics metrics, Clock clock) {
        KafkaConfig kafka = config.deployment().kafka();
        Admin admin = Admin.create(kafka.client("gateway-admin", Map.of()));
        String touchpoints = catalogue(config).topic(Topics.TOUCHPOINTS).name();
        BrokerWatch watch = new BrokerWatch(admin, touchpoints, WATCH_INTERVAL, WATCH_PATIENCE);
        Producer<byte[], byte[]> producer = new KafkaProducer<>(
                config.producer().settings(kafka), new ByteArraySerializer(), new ByteArraySerializer());
        metrics.bind(producer);
        RecordSerdes serdes = config.deployment().registry().serdes();
        return new GatewayComposition(config, metrics, clock, producer, serdes, watch::reachable).gateway(admin, watch);
    }

    GatewayComposition(
            GatewayConfig config,
            ServiceMetrics metrics,
            Clock clock,
            Producer<byte[], byte[]> producer,
            RecordSerdes serdes,
            BooleanSupplier kafkaReachable) {
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
        this.producer = producer;
        this.serdes = serdes;
        this.validator =
                new TouchpointValidator(config.arrival(), config.deployment().money(), config.identities());
        this.sources = new ConfiguredSources(config.sources().declared());
        this.publisher = new Publisher(
                producer,
                catalogue(config),
                serdes,
                kafkaReachable,
                config.producer().ackTimeout());
        this.pipeline = new IngestPipeline(config.limits(), validator, publisher, clock, metrics.registry());
    }

    private static TopicCatalogue catalogue(GatewayConfig config) {
        return config.deployment().topics().catalogue();
    }

    private Gateway gateway(Admin admin, BrokerWatch watch) {
        Topic<String, Touchpoint> touchpoints = catalogue(config).topic(Topics.TOUCHPOINTS);
        Topic<String, IdentityRequest> requests = catalogue(config).topic(Topics.IDENTITY_REQUESTS);
        Topic<byte[], byte[]> failed = catalogue(config).topic(Topics.TOUCHPOINTS_FAILED);
        TopicCheck check = new TopicCheck(admin, config.deployment().kafka().startTimeout());
        PartitionWatch partitions = new PartitionWatch(admin, ExpectedPartitions.of(List.of(touchpoints, requests)));
        List<InboundTopic> inbound = inbound();
        HttpServer http = new HttpServer(
                config.http(),
                metrics,
                new HealthChecks(
                        inbound.stream().map(InboundTopic::liveness).toList(),
                        List.of(watch.readiness(), partitions.readiness())),
                endpoints());
        List<Component> components = new ArrayList<>(List.of(
                Component.closing("metrics", timeout -> metrics.close()),
                Component.closing(
                        "schema-registry-client", timeout -> serdes.registry().close()),
                Component.closing("admin-client", admin::close),
                Component.closing("producer", producer::close),
                Component.starting("topic-check", () -> check.require(List.of(touchpoints, requests, failed))),
                watch,
                partitions));
        components.addAll(inbound);
        components.add(http);
        return new Gateway(new Service(NAME, config.deployment().stopTimeout(), components), http);
    }

    /** The endpoints of HTTP. */
    List<Endpoints> endpoints() {
        Sender tokenHolder = Sender.unlimited(config.http().tokens());
        List<Sender> touchpoints = new ArrayList<>(sources.touchpoints());
        touchpoints.add(tokenHolder);
        int maxEvents = config.limits().events();
        return List.of(
                new CrossOrigin(sources.senders()),
                new GatewayStatusEndpoint(metrics.registry()),
                new TouchpointEndpoint(authenticator(touchpoints, self -> self), pipeline, validator, maxEvents),
                new SegmentEndpoint(authenticator(sources.segment(), ConfiguredSource::sender), pipeline),
                new CloudEventsEndpoint(
                        authenticator(sources.cloudEvents(), ConfiguredSource::sender), pipeline, maxEvents),
                new WebhookEndpoint(
                        authenticator(sources.webhooks(), Webhook::sender),
                        pipeline,
                        config.sources().publicUrl()),
                new ReplayEndpoint(authenticator(List.of(tokenHolder), self -> self), pipeline, sources.replayable()),
                new IdentityRequestEndpoint(
                        config.tokens(),
                        pipeline,
                        new IdentityRequestReader(config.identities()),
                        publisher,
                        IdentityAuditLog.ofService()));
    }

    private static <S> SourceAuthenticator<S> authenticator(List<S> sources, Function<S, Sender> sender) {
        return new SourceAuthenticator<>(sources, sender, System::nanoTime);
    }

    /** The topics that are read for sources. */
    private List<InboundTopic> inbound() {
        return sources.inbound().entrySet().stream()
                .map(entry -> new InboundTopic(
                        entry.getKey(),
                        entry.getValue(),
                        pipeline,
                        config.deployment().kafka(),
                        clock))
                .toList();
    }
}
