package io.truenorth.gateway.segment;

import io.truenorth.gateway.json.JsonValue;
import io.truenorth.gateway.json.JsonValue.Members;
import io.truenorth.gateway.translation.KindNames;
import io.truenorth.gateway.translation.NativeEvent;
import io.truenorth.gateway.translation.Translation;
import io.truenorth.gateway.translation.Translation.Ignored;
import io.truenorth.gateway.translation.Translation.Touch;
import io.truenorth.gateway.translation.Translation.Unmapped;
import io.truenorth.gateway.translation.UnmappedException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes a native event of a message in the format of Segment. */
public final class SegmentTranslator {

    private static final String IN = "in";
    private static final String OUT = "out";

    private final SegmentSource source;

    /** A translator of the messages of a source. */
    public SegmentTranslator(SegmentSource source) {
        this.source = source;
    }

    /**
     * What becomes of a message.
     *
     * @param type the type that the endpoint stands for; empty where the message itself says it, as in a batch
     * @param sentAt when the batch was sent, by the sender's clock
     * @param receivedAt when it arrived
     */
    public Translation translate(
            JsonValue message, Optional<MessageType> type, Optional<Instant> sentAt, Instant receivedAt) {
        if (!(message instanceof Members members)) {
            return new Unmapped("", "expected an object, was " + message.shown());
        }
        try {
            SegmentMessage sent = new SegmentMessage(members.values(), "");
            MessageType known = type.isPresent() ? type.get() : type(sent);
            return known == MessageType.ALIAS && !linksAnything(sent)
                    ? new Ignored("an alias that has no previousId, or nothing else, links nothing")
                    : new Touch(touch(sent, known, MessageTime.of(sent, sentAt, receivedAt)));
        } catch (UnmappedException e) {
            return e.asResult();
        }
    }

    private static MessageType type(SegmentMessage message) throws UnmappedException {
        String name = message.value("type").isPresent() ? "type" : "action";
        return MessageType.of(message.text(name).orElse(""))
                .orElseThrow(() -> new UnmappedException(
                        message.pathOf("type"), "expected track, identify, page, screen, group or alias"));
    }

    private static boolean linksAnything(SegmentMessage alias) {
        return alias.text("previousId").isPresent()
                && (alias.text("userId").isPresent() || alias.text("anonymousId").isPresent());
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
                .source(source.name())
                .context(context(message, type))
                .members();
    }

    private void track(SegmentMessage message, NativeEvent event) throws UnmappedException {
        String name = message.text("event")
                .orElseThrow(() -> new UnmappedException(message.pathOf("event"), "expected, but missing"));
        Optional<String> listed = source.names().listed(name);
        SpecEvent meaning = SpecEvent.of(listed.isPresent() ? KindNames.wordsOf(name) : kindOf(name, message));
        SegmentMessage properties = message.object("properties");
        event.touch(
                meaning.channel().or(() -> Device.channel(message)).orElse(source.channel()),
                listed.orElse(meaning.kind()),
                meaning.direction());
        event.subject(properties
                .text("category")
                .or(() -> properties.text("campaignName"))
                .or(() -> properties.text("campaignId")));
        if (meaning.sentiment() != 0) {
            event.sentiment(meaning.sentiment());
        }
        Price.of(properties, meaning.revenue()).ifPresent(price -> event.money(price.amountMinor(), price.currency()));
    }

    private static String kindOf(String name, SegmentMessage message) throws UnmappedException {
        return KindNames.kindInWords(name, message.pathOf("event"));
    }

    /**
     * What somebody was told about the customer: by the customer's device it is the customer being there; by a server it is
     * nothing that the customer did.
     */
    private void told(SegmentMessage message, String kind, NativeEvent event) {
        Optional<String> device = Device.channel(message);
        event.touch(device.orElse(source.channel()), kind, device.isPresent() ? IN : OUT);
    }

    /** The traits of a group are not the customer's. */
    private static Map<String, String> attributes(SegmentMessage message, MessageType type) {
        SegmentMessage context = message.object("context");
        Optional<String> group = type == MessageType.GROUP ? message.text("groupId") : context.text("groupId");
        SegmentMessage traits = type == MessageType.IDENTIFY ? message.object("traits") : context.object("traits");
        return Traits.attributes(traits, group);
    }

    private static Map<String, String> context(SegmentMessage message, MessageType type) {
        Map<String, String> context = new TreeMap<>();
        context.put("type", type.toString());
        message.text("event").ifPresent(name -> context.put("event", name));
        message.object("context").object("library").text("name").ifPresent(name -> context.put("library", name));
        return context;
    }
}
