package io.truenorth.gateway;

import io.truenorth.gateway.admission.CrossOrigin;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.admission.SourceAuthenticator;
import io.truenorth.gateway.cloudevents.CloudEventsEndpoint;
import io.truenorth.gateway.cloudevents.InboundTopic;
import io.truenorth.gateway.event.TouchpointValidator;
import io.truenorth.gateway.ingest.ConfiguredSource;
import io.truenorth.gateway.ingest.IngestPipeline;
import io.truenorth.gateway.ingest.Publisher;
import io.truenorth.gateway.segment.SegmentEndpoint;
import io.truenorth.gateway.sources.ConfiguredSources;
import io.truenorth.gateway.sources.ReplayEndpoint;
import io.truenorth.gateway.sources.WebhookEndpoint;
import io.truenorth.gateway.sources.WebhookEndpoint.Webhook;
import io.truenorth.gateway.touchpoints.TouchpointEndpoint;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.kafka.KafkaConfig;
import io.truenorth.service.metrics.ServiceMetrics;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;

/** The parts by which a gateway takes events, whatever producer it writes with. */
final class GatewayParts {

    private final GatewayConfig config;
    private final TouchpointValidator validator;
    private final ConfiguredSources sources;
    private final IngestPipeline pipeline;
    private final Clock clock;
    private final GatewayStatusEndpoint status;

    GatewayParts(
            GatewayConfig config,
            ServiceMetrics metrics,
            Clock clock,
            Producer<byte[], byte[]> producer,
            RecordSerdes serdes,
            BooleanSupplier kafkaReachable) {
        this.config = config;
        this.clock = clock;
        this.status = new GatewayStatusEndpoint(metrics.registry());
        this.validator =
                new TouchpointValidator(config.arrival(), config.deployment().money(), config.identities());
        this.sources = new ConfiguredSources(config.sources().declared());
        Publisher publisher = new Publisher(
                producer,
                config.deployment().topics().catalogue(),
                serdes,
                kafkaReachable,
                config.producer().ackTimeout());
        this.pipeline = new IngestPipeline(config.limits(), validator, publisher, clock, metrics.registry());
    }

    /** The endpoints of HTTP. */
    List<Endpoints> endpoints() {
        Sender tokenHolder = Sender.unlimited(config.http().tokens());
        List<Sender> touchpoints = new ArrayList<>(sources.touchpoints());
        touchpoints.add(tokenHolder);
        int maxEvents = config.limits().events();
        return List.of(
                new CrossOrigin(sources.senders()),
                status,
                new TouchpointEndpoint(authenticator(touchpoints, self -> self), pipeline, validator, maxEvents),
                new SegmentEndpoint(authenticator(sources.segment(), ConfiguredSource::sender), pipeline),
                new CloudEventsEndpoint(
                        authenticator(sources.cloudEvents(), ConfiguredSource::sender), pipeline, maxEvents),
                new WebhookEndpoint(
                        authenticator(sources.webhooks(), Webhook::sender),
                        pipeline,
                        config.sources().publicUrl()),
                new ReplayEndpoint(authenticator(List.of(tokenHolder), self -> self), pipeline, sources.replayable()));
    }

    private static <S> SourceAuthenticator<S> authenticator(List<S> sources, Function<S, Sender> sender) {
        return new SourceAuthenticator<>(sources, sender, System::nanoTime);
    }

    /** The topics that are read for sources. */
    List<InboundTopic> inbound(KafkaConfig kafka) {
        return sources.inbound().entrySet().stream()
                .map(entry -> new InboundTopic(entry.getKey(), entry.getValue(), pipeline, kafka, clock))
                .toList();
    }
}
