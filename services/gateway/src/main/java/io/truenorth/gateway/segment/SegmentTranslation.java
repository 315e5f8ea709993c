package io.truenorth.gateway.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.gateway.event.EventId;
import io.truenorth.gateway.event.IncomingEvent;
import io.truenorth.gateway.event.IncomingEvent.EventTime;
import io.truenorth.gateway.event.IncomingEvent.Money;
import io.truenorth.gateway.event.IncomingEvent.Reference;
import io.truenorth.gateway.event.IncomingEventBuilder;
import io.truenorth.gateway.event.KindNames;
import io.truenorth.gateway.event.TextConstraint;
import io.truenorth.gateway.ingest.ReceivedMessage;
import io.truenorth.gateway.ingest.Translation;
import io.truenorth.gateway.ingest.Translation.Outcome;
import io.truenorth.gateway.ingest.Translation.TranslatedMessage;
import io.truenorth.gateway.ingest.Translation.UnmappedException;
import io.truenorth.gateway.json.JsonNodes;
import io.truenorth.gateway.json.JsonNumber;
import io.truenorth.gateway.json.JsonText;
import io.truenorth.gateway.json.JsonText.InvalidJsonException;
import io.truenorth.gateway.json.JsonText.JsonLimits;
import io.truenorth.gateway.json.Violations;
import io.truenorth.gateway.segment.SegmentMessage.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Translates messages into events: each is an act of, or towards, the customer that it names. */
public final class SegmentTranslation implements Translation {

    /** An internal header with the type of a message that was sent to the endpoint of a type. */
    static final String TYPE = "segment-type";

    /** An internal header with the {@code sentAt} of the batch that a message was in. */
    static final String SENT_AT = "segment-sent-at";

    private static final String IN = "in";
    private static final String OUT = "out";
    private static final String ORDER = "order";

    private final String channel;
    private final KindNames names;
    private final Optional<String> currency;
    private final ConsentCategories categories;

    /**
     * The translation of the messages of a source.
     *
     * @param channel the channel of what neither a specification nor the device that sent it assigns to one
     * @param names the kinds of {@code track} events by name
     * @param currency of amounts without a currency, ISO 4217; without it such amounts are ignored
     * @param categories which of the categories of consent are consent to scoring and to activation
     */
    public SegmentTranslation(
            String channel, KindNames names, Optional<String> currency, ConsentCategories categories) {
        this.channel = channel;
        this.names = names;
        this.currency = currency;
        this.categories = categories;
    }

    @Override
    public List<TranslatedMessage> translate(ReceivedMessage sent) {
        try {
            Violations violations = new Violations();
            JsonNode json = JsonText.readValue(sent.body(), JsonLimits.MESSAGE, violations);
            return List.of(translate(sent, json, violations));
        } catch (InvalidJsonException e) {
            return List.of(TranslatedMessage.of(sent, new UnmappedException("", e.getMessage()).outcome()));
        }
    }

    /**
     * Translates a message whose JSON is read already.
     *
     * @param violations what is wrong with the form of the JSON
     */
    TranslatedMessage translate(ReceivedMessage sent, JsonNode json, Violations violations) {
        return TranslatedMessage.of(sent, outcome(sent, json, violations));
    }

    private Outcome outcome(ReceivedMessage sent, JsonNode json, Violations violations) {
        try {
            requireWellFormed(json, violations);
            SegmentMessage message = new SegmentMessage(json, "");
            Type type = type(message, sent.header(TYPE));
            if (type == Type.ALIAS && !linksAnything(message)) {
                return new Outcome.Ignored("an alias that has no previousId, or nothing else, links nothing");
            }
            Instant occurredAt = MessageTime.of(message, sent.header(SENT_AT), Instant.ofEpochMilli(sent.receivedAt()));
            return new Outcome.Event(event(message, type, occurredAt));
        } catch (UnmappedException e) {
            return e.outcome();
        }
    }

    private static void requireWellFormed(JsonNode json, Violations violations) throws UnmappedException {
        if (!json.isObject()) {
            throw new UnmappedException("", "expected an object, was " + JsonNodes.describe(json));
        }
        if (!violations.isEmpty()) {
            throw new UnmappedException(violations.list().get(0));
        }
    }

    private static Type type(SegmentMessage message, Optional<String> ofEndpoint) throws UnmappedException {
        String stated = message.text("type").or(() -> message.text("action")).orElse("");
        return Type.of(ofEndpoint.orElse(stated))
                .orElseThrow(() -> new UnmappedException(
                        message.pathOf("type"), "expected track, identify, page, screen, group or alias"));
    }

    private static boolean linksAnything(SegmentMessage alias) {
        return alias.text("previousId").isPresent()
                && (alias.text("userId").isPresent()
                        || alias.text("anonymousId").isPresent());
    }

    private IncomingEvent event(SegmentMessage message, Type type, Instant occurredAt) throws UnmappedException {
        IncomingEventBuilder event = IncomingEvent.builder()
                .eventId(message.text("messageId").map(EventId::of))
                .identities(Optional.of(message.identities(type)))
                .occurredAt(Optional.of(EventTime.of(occurredAt)))
                .attributes(Traits.attributes(message, type))
                .consent(categories.consent(message))
                .contextWithinLimits(context(message, type))
                .origins(SegmentTranslation::origin);
        switch (type) {
            case TRACK -> track(message, event);
            case PAGE -> act(event, Device.WEB, "page_viewed", IN);
            case SCREEN -> act(event, Device.APP, "screen_viewed", IN);
            case IDENTIFY -> report(message, "profile_updated", event);
            case GROUP -> report(message, "group_joined", event);
            case ALIAS -> report(message, "identity_linked", event);
        }
        return event.build();
    }

    private static void act(IncomingEventBuilder event, String channel, String kind, String direction) {
        event.channel(Optional.of(channel)).kind(Optional.of(kind)).direction(Optional.of(direction));
    }

    private void track(SegmentMessage message, IncomingEventBuilder event) throws UnmappedException {
        String name = message.text("event")
                .orElseThrow(() -> new UnmappedException(message.pathOf("event"), "expected, but missing"));
        SpecEvent meaning = meaning(message, name);
        SegmentMessage properties = message.object("properties");
        act(
                event,
                meaning.channel().or(() -> Device.channel(message)).orElse(channel),
                meaning.kind(),
                meaning.direction());
        event.references(properties
                .text("orderId")
                .filter(TextConstraint.IDENTITY::accepts)
                .map(id -> List.of(Reference.of(ORDER, id)))
                .orElse(List.of()));
        event.subject(properties
                .text("category")
                .or(() -> properties.text("campaignName"))
                .or(() -> properties.text("campaignId"))
                .filter(TextConstraint.SUBJECT::accepts));
        event.sentiment(StatedSentiment.of(meaning, KindNames.wordsOf(name), properties)
                .map(sentiment -> new JsonNumber(Integer.toString(sentiment))));
        Optional<StatedPrice> price = StatedPrice.of(properties, meaning.revenue(), currency);
        if (price.isEmpty() && meaning.revenue() == SpecEvent.Revenue.REFUNDED) {
            throw StatedPrice.missing(properties);
        }
        event.money(price.map(stated -> Money.of(stated.amountMinor(), stated.currency())));
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

    /** Reported by the customer's device it is an act of the customer; reported by a server it is not. */
    private void report(SegmentMessage message, String kind, IncomingEventBuilder event) {
        Optional<String> device = Device.channel(message);
        act(event, device.orElse(channel), kind, device.isPresent() ? IN : OUT);
    }

    private static Map<String, String> context(SegmentMessage message, Type type) {
        Map<String, String> context = new TreeMap<>(Device.program(message.object("context")));
        context.put("type", type.toString());
        message.text("event").ifPresent(name -> context.put("event", name));
        message.object("context").object("library").text("name").ifPresent(name -> context.put("library", name));
        message.about().ifPresent(id -> context.put("message", id));
        return context;
    }

    private static Optional<String> origin(String path) {
        return Optional.of(
                switch (path) {
                    case "/eventId" -> "/messageId";
                    case "/occurredAt" -> "/timestamp";
                    case "/kind", "/context/event" -> "/event";
                    case "/subject", "/money", "/money/amountMinor", "/money/currency" -> "/properties";
                    default -> "";
                });
    }
}
