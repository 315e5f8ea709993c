package io.truenorth.gateway.sources;

import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.cloudevents.CloudEventTranslation;
import io.truenorth.gateway.event.KindNames;
import io.truenorth.gateway.ingest.IngestPipeline.ConfiguredSource;
import io.truenorth.gateway.ingest.Translation;
import io.truenorth.gateway.segment.SegmentTranslation;
import io.truenorth.gateway.sources.SourcesConfig.DeclaredSource;
import io.truenorth.gateway.sources.WebhookEndpoint.Webhook;
import io.truenorth.gateway.sources.document.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sources of a deployment, by protocol. */
public final class ConfiguredSources {

    private static final String DEFAULT_CHANNEL = "web";

    private final List<Sender> senders = new ArrayList<>();
    private final List<Sender> touchpoints = new ArrayList<>();
    private final List<Webhook> webhooks = new ArrayList<>();
    private final List<ConfiguredSource<SegmentTranslation>> segment = new ArrayList<>();
    private final List<ConfiguredSource<CloudEventTranslation>> cloudEvents = new ArrayList<>();
    private final Map<String, ConfiguredSource<?>> inbound = new LinkedHashMap<>();
    private final Map<String, ConfiguredSource<?>> replayable = new LinkedHashMap<>();

    /** The sources of a configuration. */
    public ConfiguredSources(List<DeclaredSource> declared) {
        declared.forEach(this::add);
    }

    private void add(DeclaredSource declared) {
        Source source = declared.source();
        Sender sender = source.sender();
        senders.add(sender);
        String channel = source.channel().orElse(DEFAULT_CHANNEL);
        KindNames names = new KindNames(source.names());
        switch (source.accepts()) {
            case TOUCHPOINTS -> touchpoints.add(sender);
            case SEGMENT ->
                segment.add(configured(
                        sender, new SegmentTranslation(channel, names, source.currency(), source.consent())));
            case CLOUDEVENTS -> {
                ConfiguredSource<CloudEventTranslation> events =
                        configured(sender, new CloudEventTranslation(channel, names));
                cloudEvents.add(events);
                source.topic().ifPresent(topic -> inbound.put(topic, events));
            }
            case WEBHOOK ->
                source.webhook().ifPresent(webhook -> {
                    ConfiguredSource<?> configured = configured(sender, new WebhookTranslation(webhook.mapping()));
                    webhooks.add(new Webhook(
                            configured,
                            webhook.method(),
                            declared.handshakes(),
                            webhook.signature(),
                            declared.secrets()));
                });
        }
    }

    private <T extends Translation> ConfiguredSource<T> configured(Sender sender, T translation) {
        ConfiguredSource<T> source = new ConfiguredSource<>(sender, translation);
        replayable.put(sender.name(), source);
        return source;
    }

    /** The senders of all sources. */
    public List<Sender> senders() {
        return List.copyOf(senders);
    }

    /** The senders of native events. */
    public List<Sender> touchpoints() {
        return List.copyOf(touchpoints);
    }

    /** The sources of webhooks. */
    public List<Webhook> webhooks() {
        return List.copyOf(webhooks);
    }

    /** The sources of Segment's messages. */
    public List<ConfiguredSource<SegmentTranslation>> segment() {
        return List.copyOf(segment);
    }

    /** The sources of CloudEvents. */
    public List<ConfiguredSource<CloudEventTranslation>> cloudEvents() {
        return List.copyOf(cloudEvents);
    }

    /** The sources of CloudEvents whose topic is read, by topic. */
    public Map<String, ConfiguredSource<?>> inbound() {
        return Map.copyOf(inbound);
    }

    /** The sources whose failed events can be replayed, by name. */
    public Map<String, ConfiguredSource<?>> replayable() {
        return Map.copyOf(replayable);
    }
}
