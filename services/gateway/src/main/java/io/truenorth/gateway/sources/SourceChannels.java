package io.truenorth.gateway.sources;

import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.cloudevents.CloudEventTranslation;
import io.truenorth.gateway.cloudevents.CloudEventsEndpoint;
import io.truenorth.gateway.event.KindNames;
import io.truenorth.gateway.intake.SourceChannel;
import io.truenorth.gateway.intake.Translation;
import io.truenorth.gateway.segment.SegmentEndpoint;
import io.truenorth.gateway.segment.SegmentTranslation;
import io.truenorth.gateway.source.Source;
import io.truenorth.gateway.source.Source.Form;
import io.truenorth.gateway.touchpoints.TouchpointEndpoint;
import io.truenorth.gateway.webhooks.Webhook;
import io.truenorth.gateway.webhooks.WebhookEndpoint;
import io.truenorth.gateway.webhooks.WebhookTranslation;
import io.truenorth.service.http.TokenHash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The declared sources of a deployment as they run. */
public final class SourceChannels {

    private static final String USUAL_CHANNEL = "web";

    private final List<Sender> senders = new ArrayList<>();
    private final Map<String, Webhook> webhooks = new LinkedHashMap<>();
    private final Map<String, SourceChannel> segment = new LinkedHashMap<>();
    private final Map<String, SourceChannel> cloudEvents = new LinkedHashMap<>();
    private final Map<String, SourceChannel> inbound = new LinkedHashMap<>();
    private final Map<String, SourceChannel> replayable = new LinkedHashMap<>();

    /** The channels of some sources. */
    public SourceChannels(List<DeclaredSource> declared) {
        declared.forEach(this::add);
    }

    private void add(DeclaredSource declared) {
        Source source = declared.source();
        Sender sender = sender(source);
        senders.add(sender);
        String channel = source.channel().orElse(USUAL_CHANNEL);
        KindNames names = new KindNames(source.names());
        switch (source.accepts()) {
            case TOUCHPOINTS -> {}
            case SEGMENT -> segment.put(source.name(), channel(sender, new SegmentTranslation(channel, names)));
            case CLOUDEVENTS -> {
                SourceChannel events = channel(sender, new CloudEventTranslation(channel, names));
                cloudEvents.put(source.name(), events);
                source.topic().ifPresent(topic -> inbound.put(topic, events));
            }
            case WEBHOOK ->
                source.webhook().ifPresent(webhook -> {
                    Translation translation = new WebhookTranslation(webhook.mapping());
                    webhooks.put(source.name(), new Webhook(webhook.signature(), declared.secrets(), translation));
                    channel(sender, translation);
                });
        }
    }

    private SourceChannel channel(Sender sender, Translation translation) {
        SourceChannel channel = new SourceChannel(sender, translation);
        replayable.put(sender.name(), channel);
        return channel;
    }

    private static Sender sender(Source source) {
        return new Sender(
                source.name(),
                channel(source.accepts()),
                source.admission().keys().stream()
                        .map(TokenHash::parse)
                        .flatMap(Optional::stream)
                        .toList(),
                Set.copyOf(source.admission().origins()),
                source.admission().limit().map(limit -> new Sender.Limit(limit.perSecond(), limit.burst())),
                Set.copyOf(source.admission().channels()),
                Set.copyOf(source.admission().kinds()));
    }

    private static String channel(Form form) {
        return switch (form) {
            case TOUCHPOINTS -> TouchpointEndpoint.CHANNEL;
            case SEGMENT -> SegmentEndpoint.CHANNEL;
            case CLOUDEVENTS -> CloudEventsEndpoint.CHANNEL;
            case WEBHOOK -> WebhookEndpoint.CHANNEL;
        };
    }

    /** Every source, as admission knows it. */
    public List<Sender> senders() {
        return List.copyOf(senders);
    }

    /** The sources that call us, by name. */
    public Map<String, Webhook> webhooks() {
        return Map.copyOf(webhooks);
    }

    /** The sources of Segment's messages, by name. */
    public Map<String, SourceChannel> segment() {
        return Map.copyOf(segment);
    }

    /** The sources of CloudEvents, by name. */
    public Map<String, SourceChannel> cloudEvents() {
        return Map.copyOf(cloudEvents);
    }

    /** The sources of CloudEvents whose topic is read, by topic. */
    public Map<String, SourceChannel> inbound() {
        return Map.copyOf(inbound);
    }

    /** The sources of which something may fail after it was accepted, by name. */
    public Map<String, SourceChannel> replayable() {
        return Map.copyOf(replayable);
    }
}
