package io.truenorth.gateway.segment;

import io.truenorth.gateway.event.KindNames;
import io.truenorth.gateway.event.NativeEvent;
import io.truenorth.gateway.ingest.IngestResult;
import io.truenorth.gateway.ingest.Translation;
import io.truenorth.gateway.ingest.UnmappedException;
import io.truenorth.gateway.json.Violation;
import io.truenorth.gateway.json.Violations;
import io.truenorth.gateway.json.InvalidJsonException;
import io.truenorth.gateway.json.JsonLimits;
import io.truenorth.gateway.json.JsonText;
import io.truenorth.gateway.json.JsonValue;
import io.truenorth.gateway.json.JsonValue.Members;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What the messages of a source mean: each is a touch by, or towards, the customer that it names. */
public final class SegmentTranslation implements Translation {

    /** The header, of our own, with the type of a message that was sent to the endpoint of a type. */
    static final String TYPE = "segment-type";

    /** The header, of our own, with the {@code sentAt} of the batch that a message was in. */
    static final String SENT_AT = "segment-sent-at";

    private static final String IN = "in";
    private static final String OUT = "out";

    private final String channel;
    private final KindNames names;
    private final Optional<String> currency;

    /**
     * The translation of the messages of a source.
     *
     * @param channel the channel of what neither a specification nor the device that sent it assigns to one
     * @param names the kinds of {@code track} events by name
     * @param currency of amounts that name none, ISO 4217; where it is missing such an amount is none
     */
    public SegmentTranslation(String channel, KindNames names, Optional<String> currency) {
        this.channel = channel;
        this.names = names;
        this.currency = currency;
    }

    @Override
    public void translate(String sent, Function<String, Optional<String>> headers, IngestResult harvest) {
        try {
            translate(read(sent), headers, harvest);
        } catch (UnmappedException e) {
            harvest.unmapped(e.path(), e.getMessage());
        }
    }

    private static SegmentMessage read(String sent) throws UnmappedException {
        try {
            Violations violations = new Violations();
            JsonValue value = JsonText.readOne(sent, JsonLimits.MESSAGE, violations);
            if (!(value instanceof Members members)) {
                throw new UnmappedException("", "expected an object, was " + value.shown());
            }
            if (!violations.isEmpty()) {
                Violation first = violations.list().get(0);
                throw new UnmappedException(first.path(), first.message());
            }
            return new SegmentMessage(members.values(), "");
        } catch (InvalidJsonException e) {
            throw new UnmappedException("", e.getMessage());
        }
    }

    private void translate(SegmentMessage message, Function<String, Optional<String>> headers, IngestResult harvest)
            throws UnmappedException {
        MessageType type = type(message, headers.apply(TYPE));
        if (type == MessageType.ALIAS && !linksAnything(message)) {
            harvest.ignored("an alias that has no previousId, or nothing else, links nothing");
            return;
        }
        Instant receivedAt = Instant.ofEpochMilli(harvest.receivedAt());
        Instant occurredAt = MessageTime.of(message, headers.apply(SENT_AT), receivedAt);
        harvest.event(touch(message, type, occurredAt), SegmentTranslation::origin);
    }

    private static MessageType type(SegmentMessage message, Optional<String> ofEndpoint) throws UnmappedException {
        String stated = message.text("type").or(() -> message.text("action")).orElse("");
        return MessageType.of(ofEndpoint.orElse(stated))
                .orElseThrow(() -> new UnmappedException(
                        message.pathOf("type"), "expected track, identify, page, screen, group or alias"));
    }

    private static boolean linksAnything(SegmentMessage alias) {
        return alias.text("previousId").isPresent()
                && (alias.text("userId").isPresent()
                        || alias.text("anonymousId").isPresent());
    }

    private Members touch(SegmentMessage message, MessageType type, Instant occurredAt) throws UnmappedException {
        NativeEvent event = new NativeEvent();
        message.text("messageId").ifPresent(event::id);
        MessageIdentities.add(message, type, event);
        event.occurredAt(occurredAt);
        switch (type) {
            case TRACK -> track(message, event);
            case PAGE -> event.touch(Device.WEB, "page_viewed", IN);
            case SCREEN -> event.touch(Device.APP, "screen_viewed", IN);
            case IDENTIFY -> told(message, "profile_updated", event);
            case GROUP -> told(message, "group_joined", event);
            case ALIAS -> told(message, "identity_linked", event);
        }
        return event.attributes(attributes(message, type))
                .context(context(message, type))
                .members();
    }

    private void track(SegmentMessage message, NativeEvent event) throws UnmappedException {
        String name = message.text("event")
                .orElseThrow(() -> new UnmappedException(message.pathOf("event"), "expected, but missing"));
        SpecEvent meaning = meaning(message, name);
        SegmentMessage properties = message.object("properties");
        event.touch(
                meaning.channel().or(() -> Device.channel(message)).orElse(channel),
                meaning.kind(),
                meaning.direction());
        event.subject(properties
                .text("category")
                .or(() -> properties.text("campaignName"))
                .or(() -> properties.text("campaignId")));
        StatedSentiment.of(meaning, KindNames.wordsOf(name), properties).ifPresent(event::sentiment);
        Optional<StatedPrice> price = StatedPrice.of(properties, meaning.revenue(), currency);
        if (price.isEmpty() && meaning.revenue() == SpecEvent.Revenue.REFUNDED) {
            throw StatedPrice.missing(properties);
        }
        price.ifPresent(stated -> event.money(stated.amountMinor(), stated.currency()));
    }

    /** As the source lists it, else as the specifications mean it, else in its own words. */
    private SpecEvent meaning(SegmentMessage message, String name) throws UnmappedException {
        SpecEvent meaning = SpecEvent.of(KindNames.wordsOf(name));
        if (meaning.isSpecified() && names.listed(name).isEmpty()) {
            return meaning;
        }
        try {
            return meaning.as(names.kindOf(name));
        } catch (IllegalArgumentException e) {
            throw new UnmappedException(message.pathOf("event"), String.valueOf(e.getMessage()));
        }
    }

    /**
     * What somebody was told about the customer: by the customer's device it is the customer being there; by a server it is
     * nothing that the customer did.
     */
    private void told(SegmentMessage message, String kind, NativeEvent event) {
        Optional<String> device = Device.channel(message);
        event.touch(device.orElse(channel), kind, device.isPresent() ? IN : OUT);
    }

    /** The traits of a group are not the customer's; those that RudderStack's libraries identify with stand in the context. */
    private static Map<String, String> attributes(SegmentMessage message, MessageType type) {
        SegmentMessage context = message.object("context");
        Optional<String> group = type == MessageType.GROUP ? message.text("groupId") : context.text("groupId");
        Map<String, JsonValue> traits = new HashMap<>(context.object("traits").values());
        if (type == MessageType.IDENTIFY) {
            traits.putAll(message.object("traits").values());
        }
        return Traits.attributes(traits, group);
    }

    private static Map<String, String> context(SegmentMessage message, MessageType type) {
        Map<String, String> context = new TreeMap<>(ClientProgram.of(message.object("context")));
        context.put("type", type.toString());
        message.text("event").ifPresent(name -> context.put("event", name));
        message.object("context").object("library").text("name").ifPresent(name -> context.put("library", name));
        return context;
    }

    /** Where in a message a member of the native form comes from. */
    private static String origin(String path) {
        return switch (path) {
            case "/eventId" -> "/messageId";
            case "/occurredAt" -> "/timestamp";
            case "/kind", "/context/event" -> "/event";
            case "/subject", "/money", "/money/amountMinor", "/money/currency" -> "/properties";
            default -> "";
        };
    }
}
