package io.truenorth.gateway.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.gateway.event.IncomingEvent.Consent;
import io.truenorth.gateway.event.IncomingEvent.EventTime;
import io.truenorth.gateway.event.IncomingEvent.Identity;
import io.truenorth.gateway.event.IncomingEvent.Money;
import io.truenorth.gateway.event.IncomingEvent.Reference;
import io.truenorth.gateway.json.JsonNodes;
import io.truenorth.gateway.json.JsonNumber;
import io.truenorth.gateway.json.Pointer;
import io.truenorth.gateway.json.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads events in the native JSON form, that of {@code POST /v1/touchpoints}. */
public final class NativeEventReader {

    private NativeEventReader() {}

    /**
     * Reads an event. A field of the wrong type, or one that the contract does not have, is noted as malformed.
     *
     * @param malformed what is wrong with the form of the JSON already
     */
    public static IncomingEvent read(JsonNode json, Violations malformed) {
        IncomingEventBuilder event = IncomingEvent.builder();
        JsonFields.of(json, Pointer.ROOT, malformed).ifPresent(fields -> read(fields, event, malformed));
        return event.build(malformed);
    }

    private static void read(JsonFields fields, IncomingEventBuilder event, Violations malformed) {
        event.eventId(fields.text("eventId"))
                .identities(identities(fields, malformed))
                .references(references(fields, malformed))
                .occurredAt(occurredAt(fields))
                .channel(fields.text("channel"))
                .kind(fields.text("kind"))
                .direction(direction(fields))
                .subject(fields.text("subject"))
                .sentiment(fields.number("sentiment", "a number from -1 to 1"))
                .money(fields.object("money").map(NativeEventReader::money))
                .attributes(fields.texts("attributes"))
                .consent(fields.object("consent").map(NativeEventReader::consent))
                .source(fields.text("source"))
                .retraction(fields.bool("retraction"))
                .retracts(fields.text("retracts"))
                .revision(fields.number("revision", CorrectionChecks.EXPECTED_REVISION))
                .context(fields.texts("context"));
        if (fields.value("receivedAt").isPresent()) {
            fields.violation("receivedAt", "not expected: the gateway says when it received an event");
        }
        fields.rejectUnknown();
    }

    private static Optional<List<Identity>> identities(JsonFields event, Violations malformed) {
        Optional<JsonNode> array = event.value("identities");
        if (array.isEmpty()) {
            return Optional.empty();
        }
        JsonNode items = array.get();
        if (!items.isArray() || items.isEmpty() || items.size() > IncomingEvent.MAX_IDENTITIES) {
            String found = items.isArray() ? items.size() + " of them" : JsonNodes.describe(items);
            event.violation(
                    "identities", "expected an array of 1 to " + IncomingEvent.MAX_IDENTITIES + ", was " + found);
            return Optional.empty();
        }
        Pointer pointer = event.pointerOf("identities");
        List<Identity> identities = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            identities.add(JsonFields.of(items.get(i), pointer.item(i), malformed)
                    .map(NativeEventReader::identity)
                    .orElse(new Identity(Optional.empty(), Optional.empty())));
        }
        return Optional.of(identities);
    }

    static Identity identity(JsonFields fields) {
        Identity identity = new Identity(fields.text("namespace"), fields.text("value"));
        fields.rejectUnknown();
        return identity;
    }

    /** Each is an object, or a text such as {@code order:1017}. */
    private static List<Reference> references(JsonFields event, Violations malformed) {
        Optional<JsonNode> array = event.value("references");
        if (array.isEmpty()) {
            return List.of();
        }
        JsonNode items = array.get();
        if (!items.isArray()) {
            event.violation(
                    "references",
                    "expected an array of up to " + ReferenceChecks.MOST + ", was " + JsonNodes.describe(items));
            return List.of();
        }
        Pointer pointer = event.pointerOf("references");
        List<Reference> references = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            JsonNode item = items.get(i);
            references.add(
                    item.isTextual()
                            ? Reference.parse(item.asText())
                            : JsonFields.of(item, pointer.item(i), malformed)
                                    .map(NativeEventReader::reference)
                                    .orElse(new Reference(Optional.empty(), Optional.empty())));
        }
        return references;
    }

    private static Reference reference(JsonFields fields) {
        Reference reference = new Reference(fields.text("type"), fields.text("id"));
        fields.rejectUnknown();
        return reference;
    }

    private static Optional<EventTime> occurredAt(JsonFields fields) {
        Optional<JsonNode> value = fields.value("occurredAt");
        if (value.isPresent() && value.get().isTextual()) {
            return Optional.of(new EventTime.Iso(value.get().asText()));
        }
        if (value.isPresent() && value.get() instanceof JsonNumber number) {
            return Optional.of(new EventTime.EpochMillis(number));
        }
        value.ifPresent(
                other -> fields.violation("occurredAt", EventTime.EXPECTED + ", was " + JsonNodes.describe(other)));
        return Optional.empty();
    }

    private static Optional<String> direction(JsonFields fields) {
        Optional<JsonNode> value = fields.value("direction");
        value.filter(node -> !node.isTextual())
                .ifPresent(other -> fields.violation(
                        "direction", TouchpointValidator.EXPECTED_DIRECTION + ", was " + JsonNodes.describe(other)));
        return value.flatMap(JsonNodes::string);
    }

    private static Consent consent(JsonFields fields) {
        Consent consent = new Consent(fields.bool("scoring"), fields.bool("activation"));
        fields.rejectUnknown();
        return consent;
    }

    private static Money money(JsonFields fields) {
        Money money = new Money(fields.number("amountMinor", "a whole number of minor units"), fields.text("currency"));
        fields.rejectUnknown();
        return money;
    }
}
