package io.truenorth.gateway;

import io.truenorth.gateway.admission.Admission;
import io.truenorth.gateway.admission.CrossOrigin;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.cloudevents.CloudEventsEndpoint;
import io.truenorth.gateway.cloudevents.InboundTopic;
import io.truenorth.gateway.event.TouchpointMapper;
import io.truenorth.gateway.intake.Intake;
import io.truenorth.gateway.intake.Publisher;
import io.truenorth.gateway.intake.SourceChannel;
import io.truenorth.gateway.replays.ReplayEndpoint;
import io.truenorth.gateway.segment.SegmentEndpoint;
import io.truenorth.gateway.sources.SourceChannels;
import io.truenorth.gateway.touchpoints.TouchpointEndpoint;
import io.truenorth.gateway.webhooks.Webhook;
import io.truenorth.gateway.webhooks.WebhookEndpoint;
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

/** What a gateway takes events by, whatever producer it writes with. */
final class GatewayParts {

    private final GatewayConfig config;
    private final TouchpointMapper mapper;
    private final SourceChannels sources;
    private final Intake intake;
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
        this.mapper = new TouchpointMapper(config.arrival(), config.deployment().money(), config.identities());
        this.sources = new SourceChannels(config.sources().declared());
        Publisher publisher = new Publisher(
                producer,
                config.deployment().topics().catalogue(),
                serdes,
                kafkaReachable,
                config.producer().ackTimeout());
        this.intake = new Intake(config.limits(), mapper, publisher, clock, metrics.registry());
    }

    /** What is answered by HTTP. */
    List<Endpoints> endpoints() {
        Sender tokenHolder = Sender.unlimited(config.http().tokens());
        List<Sender> touchpoints = new ArrayList<>(sources.touchpoints());
        touchpoints.add(tokenHolder);
        int mostEvents = config.limits().events();
        return List.of(
                new CrossOrigin(sources.senders()),
                status,
                new TouchpointEndpoint(
                        admission(TouchpointEndpoint.CHANNEL, touchpoints, self -> self), intake, mapper, mostEvents),
                new SegmentEndpoint(
                        admission(SegmentEndpoint.CHANNEL, sources.segment(), SourceChannel::sender), intake),
                new CloudEventsEndpoint(
                        admission(CloudEventsEndpoint.CHANNEL, sources.cloudEvents(), SourceChannel::sender),
                        intake,
                        mostEvents),
                new WebhookEndpoint(
                        admission(WebhookEndpoint.CHANNEL, sources.webhooks(), Webhook::sender),
                        intake,
                        config.sources().publicUrl()),
                new ReplayEndpoint(
                        admission(ReplayEndpoint.CHANNEL, List.of(tokenHolder), self -> self),
                        intake,
                        sources.replayable()));
    }

    private static <S> Admission<S> admission(String channel, List<S> sources, Function<S, Sender> sender) {
        return new Admission<>(channel, sources, sender, System::nanoTime);
    }

    /** The topics that are read for sources. */
    List<InboundTopic> inbound(KafkaConfig kafka) {
        return sources.inbound().entrySet().stream()
                .map(entry -> new InboundTopic(entry.getKey(), entry.getValue(), intake, kafka, clock))
                .toList();
    }
}
