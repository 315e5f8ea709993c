package io.truenorth.gateway.event;

import io.truenorth.gateway.json.JsonValue;
import io.truenorth.gateway.json.JsonValue.Items;
import io.truenorth.gateway.json.JsonValue.Members;
import io.truenorth.gateway.json.JsonValue.Number;
import io.truenorth.gateway.json.JsonValue.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes an event in the native JSON form, as clients of {@code POST /v1/touchpoints} do. Who sends events in another form does
 * not know the contract's limits of texts: what nothing depends on, the subject and the context, is left out where it breaks
 * them, and the event goes on without it.
 */
public final class NativeEvent {

    private final Map<String, JsonValue> members = new LinkedHashMap<>();
    private final List<JsonValue> identities = new ArrayList<>();

    /** The id, by which a repeated event is known; its hash where it is none by the contract. */
    public NativeEvent id(String eventId) {
        return text("eventId", EventId.of(eventId));
    }

    /** A further identity, weaker than those before. */
    public NativeEvent identity(String namespace, String value) {
        identities.add(new Members(Map.of("namespace", new Text(namespace), "value", new Text(value))));
        return this;
    }

    /** When it happened. */
    public NativeEvent occurredAt(Instant time) {
        members.put("occurredAt", new Number(Long.toString(time.toEpochMilli())));
        return this;
    }

    /** What was done, where, and by whom: {@code in} is the customer, {@code out} the brand. */
    public NativeEvent touch(String channel, String kind, String direction) {
        return text("channel", channel).text("kind", kind).text("direction", direction);
    }

    /** The product line or campaign, if there is one. */
    public NativeEvent subject(Optional<String> subject) {
        subject.filter(TextConstraint.SUBJECT::accepts).ifPresent(text -> text("subject", text));
        return this;
    }

    /** A judgement, from −1 to 1. */
    public NativeEvent sentiment(int sentiment) {
        members.put("sentiment", new Number(Integer.toString(sentiment)));
        return this;
    }

    /**
     * What was paid.
     *
     * @param amountMinor in minor units of the currency, signed
     * @param currency ISO 4217
     */
    public NativeEvent money(String amountMinor, String currency) {
        members.put(
                "money", new Members(Map.of("amountMinor", new Number(amountMinor), "currency", new Text(currency))));
        return this;
    }

    /** What is known of the customer. */
    public NativeEvent attributes(Map<String, String> attributes) {
        return texts("attributes", attributes);
    }

    /** What is kept beside it and never scored. */
    public NativeEvent context(Map<String, String> context) {
        Map<String, String> kept = new TreeMap<>(context);
        kept.entrySet()
                .removeIf(entry -> !TextConstraint.CONTEXT_NAME.accepts(entry.getKey())
                        || !TextConstraint.CONTEXT_VALUE.accepts(entry.getValue()));
        return texts("context", kept);
    }

    /** The event so far. */
    public Members members() {
        Map<String, JsonValue> all = new LinkedHashMap<>(members);
        if (!identities.isEmpty()) {
            all.put("identities", new Items(List.copyOf(identities)));
        }
        return new Members(all);
    }

    private NativeEvent text(String name, String value) {
        members.put(name, new Text(value));
        return this;
    }

    private NativeEvent texts(String name, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            Map<String, JsonValue> values = new TreeMap<>();
            texts.forEach((key, value) -> values.put(key, new Text(value)));
            members.put(name, new Members(values));
        }
        return this;
    }
}
