package io.truenorth.gateway.sources.mapping;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.sources.mapping.EventFields.IdentityRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads where the fields of an event come from. */
final class FieldsReader {

    private static final Predicate<String> WORDS =
            Pattern.compile("[a-z0-9]+([_-][a-z0-9]+)*").asMatchPredicate().and(text -> text.length() <= 64);
    private static final String ARRIVAL = "arrival";

    private FieldsReader() {}

    /** The fields that a section names. */
    static EventFields read(DocumentSection section) {
        Map<String, Value> texts = new LinkedHashMap<>();
        put(texts, "eventId", section.at("eventId"));
        DocumentNode time = section.at("time");
        if (time.isPresent()) {
            texts.put("occurredAt", time(time));
        }
        put(texts, "channel", section.at("channel"));
        put(texts, "kind", section.at("kind"));
        put(texts, "direction", section.at("direction"));
        put(texts, "subject", section.at("subject"));
        put(texts, "sentiment", section.at("sentiment"));
        check(section.at("channel"), texts.get("channel"), WORDS, "lower-case words joined by - or _");
        check(section.at("kind"), texts.get("kind"), WORDS, "lower-case words joined by - or _");
        check(section.at("direction"), texts.get("direction"), List.of("in", "out")::contains, "in or out");
        check(section.at("sentiment"), texts.get("sentiment"), FieldsReader::isSentiment, "a number from -1 to 1");
        DocumentNode money = section.at("money");
        return new EventFields(
                Map.copyOf(texts),
                identities(section.at("identities")),
                identities(section.at("references")),
                money.isPresent() ? Optional.of(MoneyReader.read(money)) : Optional.empty(),
                values(section.at("attributes")),
                values(section.at("context")));
    }

    private static void put(Map<String, Value> texts, String field, DocumentNode node) {
        if (node.isPresent()) {
            texts.put(field, ValueReader.read(node));
        }
    }

    /** A value, {@code arrival}, or the first of several of them. */
    private static Value time(DocumentNode node) {
        if (node.isList()) {
            List<Value> values = new ArrayList<>();
            node.list().forEach(item -> values.add(time(item)));
            return new TextValues.First(values);
        }
        Value value = ValueReader.read(node);
        if (value instanceof TextValues.Constant constant) {
            if (!constant.text().equals(ARRIVAL)) {
                node.problem("expected a place, a function of time, arrival, or a list of them, was "
                        + Excerpt.of(constant.text()));
            }
            return new TimeValues.Arrival();
        }
        return value;
    }

    private static void check(DocumentNode node, @Nullable Value value, Predicate<String> rule, String expected) {
        if (value != null) {
            value.constants()
                    .filter(rule.negate())
                    .forEach(text -> node.problem("expected " + expected + ", was " + Excerpt.of(text)));
        }
    }

    private static boolean isSentiment(String text) {
        try {
            return Decimals.read(new Found(text, ""), "").abs().compareTo(BigDecimal.ONE) <= 0;
        } catch (UnreadablePayloadException e) {
            return false;
        }
    }

    /** A list of maps with one entry each: namespace to value. */
    private static List<IdentityRule> identities(DocumentNode node) {
        List<IdentityRule> rules = new ArrayList<>();
        for (DocumentNode item : node.list()) {
            Map<String, DocumentNode> entries = item.entries();
            if (entries.size() != 1) {
                item.problem("expected one namespace and its value, such as { email: /customer/email }");
            }
            entries.forEach((namespace, value) -> {
                if (!WORDS.test(namespace)) {
                    value.problem("expected a namespace of lower-case words joined by - or _");
                }
                rules.add(new IdentityRule(namespace, ValueReader.read(value)));
            });
        }
        return rules;
    }

    private static Map<String, Value> values(DocumentNode node) {
        Map<String, Value> values = new LinkedHashMap<>();
        node.entries().forEach((name, value) -> values.put(name, ValueReader.read(value)));
        return values;
    }
}
