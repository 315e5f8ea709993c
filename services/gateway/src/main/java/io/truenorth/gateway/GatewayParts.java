package io.truenorth.gateway;

import io.truenorth.gateway.admission.Admission;
import io.truenorth.gateway.admission.CrossOrigin;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.cloudevents.CloudEventsEndpoint;
import io.truenorth.gateway.cloudevents.InboundTopic;
import io.truenorth.gateway.event.TouchpointMapper;
import io.truenorth.gateway.intake.Intake;
import io.truenorth.gateway.intake.Publisher;
import io.truenorth.gateway.replays.ReplayEndpoint;
import io.truenorth.gateway.segment.SegmentEndpoint;
import io.truenorth.gateway.sources.SourceChannels;
import io.truenorth.gateway.touchpoints.TouchpointEndpoint;
import io.truenorth.gateway.webhooks.WebhookEndpoint;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.kafka.KafkaConfig;
import io.truenorth.service.metrics.ServiceMetrics;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;

/** What a gateway takes events by, whatever producer it writes with. */
final class GatewayParts {

    private final GatewayConfig config;
    private final TouchpointMapper mapper;
    private final SourceChannels sources;
    private final Intake intake;
    private final Clock clock;

    GatewayParts(
            GatewayConfig config,
            ServiceMetrics metrics,
            Clock clock,
            Producer<byte[], byte[]> producer,
            RecordSerdes serdes,
            BooleanSupplier kafkaReachable) {
        this.config = config;
        this.clock = clock;
        this.mapper = new TouchpointMapper(config.arrival(), config.deployment().money(), config.pseudonyms());
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
        Admission admission = new Admission(senders(), System::nanoTime);
        int mostEvents = config.limits().events();
        return List.of(
                new CrossOrigin(admission),
                new TouchpointEndpoint(admission, intake, mapper, mostEvents),
                new SegmentEndpoint(admission, intake, sources.segment()),
                new CloudEventsEndpoint(admission, intake, sources.cloudEvents(), mostEvents),
                new WebhookEndpoint(
                        admission, intake, sources.webhooks(), config.sources().publicUrl()),
                new ReplayEndpoint(admission, intake, sources.replayable()));
    }

    /** The topics that are read for sources. */
    List<InboundTopic> inbound(KafkaConfig kafka) {
        return sources.inbound().entrySet().stream()
                .map(entry -> new InboundTopic(entry.getKey(), entry.getValue(), intake, kafka, clock))
                .toList();
    }

    /** The holders of the gateway's own tokens, and the declared sources. */
    private List<Sender> senders() {
        List<Sender> senders = new ArrayList<>();
        senders.add(Sender.unlimited(TouchpointEndpoint.CHANNEL, config.http().tokens()));
        senders.add(Sender.unlimited(ReplayEndpoint.CHANNEL, config.http().tokens()));
        senders.addAll(sources.senders());
        return senders;
    }
}
