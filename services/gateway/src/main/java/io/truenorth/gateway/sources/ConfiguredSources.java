package io.truenorth.gateway.sources;

import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.cloudevents.CloudEventTranslation;
import io.truenorth.gateway.event.KindNames;
import io.truenorth.gateway.ingest.ConfiguredSource;
import io.truenorth.gateway.ingest.Translation;
import io.truenorth.gateway.segment.SegmentTranslation;
import io.truenorth.gateway.sources.document.Source;
import io.truenorth.gateway.sources.Webhook;
import io.truenorth.gateway.sources.WebhookTranslation;
import io.truenorth.service.http.TokenHash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The declared sources of a deployment as they run. */
public final class ConfiguredSources {

    private static final String USUAL_CHANNEL = "web";

    private final List<Sender> senders = new ArrayList<>();
    private final List<Sender> touchpoints = new ArrayList<>();
    private final List<Webhook> webhooks = new ArrayList<>();
    private final List<ConfiguredSource> segment = new ArrayList<>();
    private final List<ConfiguredSource> cloudEvents = new ArrayList<>();
    private final Map<String, ConfiguredSource> inbound = new LinkedHashMap<>();
    private final Map<String, ConfiguredSource> replayable = new LinkedHashMap<>();

    /** The channels of some sources. */
    public ConfiguredSources(List<DeclaredSource> declared) {
        declared.forEach(this::add);
    }

    private void add(DeclaredSource declared) {
        Source source = declared.source();
        Sender sender = sender(source);
        senders.add(sender);
        String channel = source.channel().orElse(USUAL_CHANNEL);
        KindNames names = new KindNames(source.names());
        switch (source.accepts()) {
            case TOUCHPOINTS -> touchpoints.add(sender);
            case SEGMENT -> segment.add(channel(sender, new SegmentTranslation(channel, names, source.currency())));
            case CLOUDEVENTS -> {
                ConfiguredSource events = channel(sender, new CloudEventTranslation(channel, names));
                cloudEvents.add(events);
                source.topic().ifPresent(topic -> inbound.put(topic, events));
            }
            case WEBHOOK ->
                source.webhook().ifPresent(webhook -> {
                    ConfiguredSource calling = channel(sender, new WebhookTranslation(webhook.mapping()));
                    webhooks.add(new Webhook(calling, webhook.signature(), declared.secrets()));
                });
        }
    }

    private ConfiguredSource channel(Sender sender, Translation translation) {
        ConfiguredSource channel = new ConfiguredSource(sender, translation);
        replayable.put(sender.name(), channel);
        return channel;
    }

    private static Sender sender(Source source) {
        return new Sender(
                source.name(),
                source.admission().keys().stream()
                        .map(TokenHash::parse)
                        .flatMap(Optional::stream)
                        .toList(),
                Set.copyOf(source.admission().origins()),
                source.admission().limit().map(limit -> new Sender.Limit(limit.perSecond(), limit.burst())),
                Set.copyOf(source.admission().channels()),
                Set.copyOf(source.admission().kinds()),
                source.region());
    }

    /** Every source, as admission knows it. */
    public List<Sender> senders() {
        return List.copyOf(senders);
    }

    /** The sources of our own form. */
    public List<Sender> touchpoints() {
        return List.copyOf(touchpoints);
    }

    /** The sources that call us. */
    public List<Webhook> webhooks() {
        return List.copyOf(webhooks);
    }

    /** The sources of Segment's messages. */
    public List<ConfiguredSource> segment() {
        return List.copyOf(segment);
    }

    /** The sources of CloudEvents. */
    public List<ConfiguredSource> cloudEvents() {
        return List.copyOf(cloudEvents);
    }

    /** The sources of CloudEvents whose topic is read, by topic. */
    public Map<String, ConfiguredSource> inbound() {
        return Map.copyOf(inbound);
    }

    /** The sources of which something may fail after it was accepted, by name. */
    public Map<String, ConfiguredSource> replayable() {
        return Map.copyOf(replayable);
    }
}
