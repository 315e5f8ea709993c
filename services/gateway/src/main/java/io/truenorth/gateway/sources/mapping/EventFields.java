package io.truenorth.gateway.sources.mapping;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.sources.mapping.Expression.Extracted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The expressions for the fields of an event.
 *
 * @param texts by field of the native form: {@code eventId}, {@code occurredAt}, {@code channel}, {@code kind}, {@code
 *     direction}, {@code subject}, {@code sentiment}, {@code retracts}, {@code revision}, {@code consent/scoring}, {@code
 *     consent/activation}
 * @param identities the strongest first; those that a payload does not have are left out
 * @param references to what the event is about, such as an order; whose it is if no customer is named
 * @param claims references to what the event makes the customer's, such as the order that it creates
 * @param attributes by name
 * @param context by name
 */
record EventFields(
        Map<String, Expression> texts,
        List<IdentityRule> identities,
        List<IdentityRule> references,
        List<IdentityRule> claims,
        Optional<MoneyRule> money,
        Map<String, Expression> attributes,
        Map<String, Expression> context) {

    static final Predicate<String> WORDS =
            Pattern.compile("[a-z0-9]+([_-][a-z0-9]+)*").asMatchPredicate().and(text -> text.length() <= 64);
    static final String CONSENT_SCORING = "consent/scoring";
    static final String CONSENT_ACTIVATION = "consent/activation";
    private static final String ARRIVAL = "arrival";

    /** An identity of the customer, or a reference. */
    record IdentityRule(String namespace, Expression value) {}

    /** Whether they are those of a retraction. */
    boolean isRetraction() {
        return texts.containsKey("retracts");
    }

    /** These fields, with common ones where they state none. */
    EventFields withDefaults(EventFields common) {
        return new EventFields(
                joined(texts, common.texts),
                identities.isEmpty() ? common.identities : identities,
                references.isEmpty() ? common.references : references,
                claims.isEmpty() ? common.claims : claims,
                money.or(() -> common.money),
                joined(attributes, common.attributes),
                joined(context, common.context));
    }

    private static Map<String, Expression> joined(Map<String, Expression> own, Map<String, Expression> common) {
        Map<String, Expression> all = new HashMap<>(common);
        all.putAll(own);
        return Map.copyOf(all);
    }

    Stream<PayloadLocation> locations() {
        Stream<Expression> values = Stream.of(
                        texts.values().stream(),
                        Stream.of(identities, references, claims)
                                .flatMap(List::stream)
                                .map(IdentityRule::value),
                        attributes.values().stream(),
                        context.values().stream())
                .flatMap(some -> some);
        return Stream.concat(
                values.flatMap(Expression::locations), money.stream().flatMap(MoneyRule::locations));
    }

    /** The fields that a section names. */
    static EventFields read(DocumentSection section) {
        Map<String, Expression> texts = new LinkedHashMap<>();
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
        put(texts, "retracts", section.at("retracts"));
        put(texts, "revision", section.at("revision"));
        readConsent(texts, section.at("consent"));
        check(section.at("channel"), texts.get("channel"), WORDS, "lower-case words joined by - or _");
        check(section.at("kind"), texts.get("kind"), WORDS, "lower-case words joined by - or _");
        check(section.at("direction"), texts.get("direction"), List.of("in", "out")::contains, "in or out");
        check(section.at("sentiment"), texts.get("sentiment"), EventFields::isSentiment, "a number from -1 to 1");
        check(section.at("revision"), texts.get("revision"), Revision::isRevision, Revision.EXPECTED);
        DocumentNode money = section.at("money");
        return new EventFields(
                Map.copyOf(texts),
                identities(section.at("identities"), "namespace", "{ email: /customer/email }"),
                identities(section.at("references"), "type", "{ order: /order_id }"),
                identities(section.at("claims"), "type", "{ order: /order_id }"),
                money.isPresent() ? Optional.of(MoneyRule.read(money)) : Optional.empty(),
                values(section.at("attributes")),
                values(section.at("context")));
    }

    private static void readConsent(Map<String, Expression> texts, DocumentNode node) {
        if (!node.isPresent()) {
            return;
        }
        DocumentSection consent = node.section();
        DocumentNode scoring = consent.at("scoring");
        DocumentNode activation = consent.at("activation");
        put(texts, CONSENT_SCORING, scoring);
        put(texts, CONSENT_ACTIVATION, activation);
        check(scoring, texts.get(CONSENT_SCORING), List.of("true", "false")::contains, "true or false");
        check(activation, texts.get(CONSENT_ACTIVATION), List.of("true", "false")::contains, "true or false");
        if (!scoring.isPresent() && !activation.isPresent()) {
            node.problem("expected scoring, activation or both, such as { scoring: /consents/analytics }");
        }
    }

    private static void put(Map<String, Expression> texts, String field, DocumentNode node) {
        if (node.isPresent()) {
            texts.put(field, ExpressionReader.read(node));
        }
    }

    /** A value, {@code arrival}, or the first of several of them. */
    private static Expression time(DocumentNode node) {
        if (node.isList()) {
            List<Expression> values = new ArrayList<>();
            node.list().forEach(item -> values.add(time(item)));
            return new Expression.First(values);
        }
        Expression value = ExpressionReader.read(node);
        if (value instanceof Expression.Constant constant) {
            if (!constant.text().equals(ARRIVAL)) {
                node.problem("expected a place, a function of time, arrival, or a list of them, was "
                        + Excerpt.of(constant.text()));
            }
            return new TimeExpressions.ReceivedTime();
        }
        return value;
    }

    private static void check(DocumentNode node, @Nullable Expression value, Predicate<String> rule, String expected) {
        if (value != null) {
            value.constants()
                    .filter(rule.negate())
                    .forEach(text -> node.problem("expected " + expected + ", was " + Excerpt.of(text)));
        }
    }

    private static boolean isSentiment(String text) {
        return Extracted.isDecimal(text) && new BigDecimal(text).abs().compareTo(BigDecimal.ONE) <= 0;
    }

    /** A list of maps with one entry each: a namespace, or the type of a reference, to a value. */
    private static List<IdentityRule> identities(DocumentNode node, String what, String example) {
        List<IdentityRule> rules = new ArrayList<>();
        for (DocumentNode item : node.list()) {
            Map<String, DocumentNode> entries = item.entries();
            if (entries.size() != 1) {
                item.problem("expected one " + what + " and its value, such as " + example);
            }
            entries.forEach((namespace, value) -> {
                if (!WORDS.test(namespace)) {
                    value.problem("expected a " + what + " of lower-case words joined by - or _");
                }
                rules.add(new IdentityRule(namespace, ExpressionReader.read(value)));
            });
        }
        return rules;
    }

    private static Map<String, Expression> values(DocumentNode node) {
        Map<String, Expression> values = new LinkedHashMap<>();
        node.entries().forEach((name, value) -> values.put(name, ExpressionReader.read(value)));
        return values;
    }
}
