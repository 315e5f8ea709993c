package io.truenorth.gateway.sources.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the fields of an event come from.
 *
 * @param texts by field of the native form: {@code eventId}, {@code occurredAt}, {@code channel}, {@code kind}, {@code
 *     direction}, {@code subject}, {@code sentiment}
 * @param identities the strongest first; those that a payload does not name are left out
 * @param references to what the event is about, such as an order; told where no customer is named
 * @param attributes by name
 * @param context by name
 */
record EventFields(
        Map<String, Value> texts,
        List<IdentityRule> identities,
        List<IdentityRule> references,
        Optional<MoneyRule> money,
        Map<String, Value> attributes,
        Map<String, Value> context) {

    /** A name of the customer, or of a thing that is the customer's. */
    record IdentityRule(String namespace, Value value) {}

    /** These fields, and those of others that are not among them. */
    EventFields over(EventFields common) {
        return new EventFields(
                joined(texts, common.texts),
                identities.isEmpty() ? common.identities : identities,
                references.isEmpty() ? common.references : references,
                money.or(() -> common.money),
                joined(attributes, common.attributes),
                joined(context, common.context));
    }

    private static Map<String, Value> joined(Map<String, Value> own, Map<String, Value> common) {
        Map<String, Value> all = new HashMap<>(common);
        all.putAll(own);
        return Map.copyOf(all);
    }

    Stream<PayloadLocation> places() {
        Stream<Value> values = Stream.of(
                        texts.values().stream(),
                        Stream.concat(identities.stream(), references.stream()).map(IdentityRule::value),
                        attributes.values().stream(),
                        context.values().stream())
                .flatMap(some -> some);
        return Stream.concat(values.flatMap(Value::places), money.stream().flatMap(MoneyRule::places));
    }
}
