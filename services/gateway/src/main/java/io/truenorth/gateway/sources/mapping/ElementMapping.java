package io.truenorth.gateway.sources.mapping;

import io.truenorth.gateway.event.ContextText;
import io.truenorth.gateway.event.TextConstraint;
import io.truenorth.gateway.json.JsonValue;
import io.truenorth.gateway.json.JsonValue.Items;
import io.truenorth.gateway.json.JsonValue.Members;
import io.truenorth.gateway.json.JsonValue.Number;
import io.truenorth.gateway.json.JsonValue.Text;
import io.truenorth.gateway.json.Pointer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Maps one element of a payload to an event in our own form, by the fields of the rule that takes it. */
final class ElementMapping {

    private static final List<String> REQUIRED = List.of("occurredAt", "channel", "kind", "direction");
    private static final String REFUND = "refund";
    private static final String CHARGEBACK = "chargeback";
    private static final Set<String> MONEY_BACK = Set.of(REFUND, CHARGEBACK, "dispute_opened");

    private final WebhookPayload payload;
    private final EventFields fields;
    private final Optional<String> currency;
    private final Map<String, JsonValue> members = new LinkedHashMap<>();
    private final Map<String, String> origins = new LinkedHashMap<>();

    /** @param currency of amounts that name none */
    ElementMapping(WebhookPayload payload, EventFields fields, Optional<String> currency) {
        this.payload = payload;
        this.fields = fields;
        this.currency = currency;
    }

    /**
     * The event, or nothing where the payload names no customer.
     *
     * @param source which the event says it comes from
     */
    Optional<MappingOutcome> event(String source) throws UnreadablePayloadException {
        List<JsonValue> identities = identities();
        if (identities.isEmpty()) {
            return Optional.empty();
        }
        text("eventId");
        members.put("identities", new Items(identities));
        for (String field : REQUIRED) {
            requiredText(field);
        }
        subject();
        sentiment();
        money();
        texts("attributes", fields.attributes(), UnaryOperator.identity(), TextConstraint.ATTRIBUTE_VALUE);
        members.put("source", new Text(source));
        texts("context", fields.context(), ContextText::of, TextConstraint.CONTEXT_VALUE);
        return Optional.of(new MappingOutcome.Event(new Members(members), Map.copyOf(origins)));
    }

    /** Whether money goes back to the customer by it, or is disputed: such an event may not be left out. */
    boolean isAboutMoneyBack() {
        try {
            return fields.money().filter(MoneyRule::negated).isPresent()
                    || MONEY_BACK.contains(kind())
                    || sum().filter(MoneyRule.Sum::isNegative).isPresent();
        } catch (UnreadablePayloadException e) {
            return false;
        }
    }

    /** What the event is about, such as {@code order:1017}; empty where the payload does not say. */
    String references() throws UnreadablePayloadException {
        List<String> references = new ArrayList<>();
        for (EventFields.IdentityRule rule : fields.references()) {
            rule.value().in(payload).ifPresent(found -> references.add(rule.namespace() + ":" + found.text()));
        }
        return String.join(", ", references);
    }

    private String kind() throws UnreadablePayloadException {
        return found("kind").map(Found::text).orElse("");
    }

    private List<JsonValue> identities() throws UnreadablePayloadException {
        List<JsonValue> identities = new ArrayList<>();
        for (EventFields.IdentityRule rule : fields.identities()) {
            Optional<Found> found = rule.value().in(payload);
            if (found.isPresent()) {
                String path = "/identities/" + identities.size();
                Map<String, JsonValue> identity = new LinkedHashMap<>();
                identity.put("namespace", new Text(rule.namespace()));
                identity.put("value", text(path + "/value", found.get()));
                note(path, found.get().origin());
                identities.add(new Members(identity));
            }
        }
        return identities;
    }

    private void text(String field) throws UnreadablePayloadException {
        found(field).ifPresent(found -> members.put(field, text("/" + field, found)));
    }

    private void requiredText(String field) throws UnreadablePayloadException {
        Found found = found(field).orElseThrow(() -> missing(field));
        members.put(field, text("/" + field, found));
    }

    private UnreadablePayloadException missing(String field) {
        String place = Optional.ofNullable(fields.texts().get(field))
                .map(this::placeOf)
                .orElse("");
        return new UnreadablePayloadException(place, "expected for " + field + ", but missing");
    }

    private String placeOf(Value value) {
        return value.places().map(place -> place.in(payload)).findFirst().orElse("");
    }

    private void subject() throws UnreadablePayloadException {
        if (found("subject")
                .filter(found -> TextConstraint.SUBJECT.accepts(found.text()))
                .isPresent()) {
            text("subject");
        }
    }

    private void sentiment() throws UnreadablePayloadException {
        Optional<Found> found = found("sentiment");
        if (found.isPresent()) {
            BigDecimal number = Decimals.read(found.get(), "a sentiment from -1 to 1");
            members.put("sentiment", new Number(number.toPlainString()));
            note("/sentiment", found.get().origin());
        }
    }

    private void money() throws UnreadablePayloadException {
        Optional<MoneyRule.Sum> sum = sum();
        if (sum.isEmpty() && fields.money().isPresent() && (kind().equals(REFUND) || kind().equals(CHARGEBACK))) {
            throw new UnreadablePayloadException(
                    placeOf(fields.money().get().amount()), "expected the amount that went back, but missing");
        }
        if (sum.isPresent()) {
            Map<String, JsonValue> money = new LinkedHashMap<>();
            money.put("amountMinor", new Number(sum.get().minor()));
            money.put("currency", new Text(sum.get().currency()));
            members.put("money", new Members(money));
            note("/money", sum.get().amountOrigin());
            note("/money/amountMinor", sum.get().amountOrigin());
            note("/money/currency", sum.get().currencyOrigin());
        }
    }

    private Optional<MoneyRule.Sum> sum() throws UnreadablePayloadException {
        return fields.money().isPresent() ? fields.money().get().in(payload, currency) : Optional.empty();
    }

    /** Those that are within the contract's limits of texts: the event goes on without the others, as nothing depends on them. */
    private void texts(String name, Map<String, Value> values, UnaryOperator<String> form, TextConstraint rule)
            throws UnreadablePayloadException {
        Map<String, JsonValue> texts = new LinkedHashMap<>();
        for (Map.Entry<String, Value> value : new TreeMap<>(values).entrySet()) {
            value.getValue()
                    .in(payload)
                    .map(found -> found.withText(form.apply(found.text())))
                    .filter(found -> !found.text().isEmpty())
                    .filter(found -> rule.accepts(found.text()))
                    .ifPresent(found -> texts.put(value.getKey(), text(Pointer.to("/" + name, value.getKey()), found)));
        }
        if (!texts.isEmpty()) {
            members.put(name, new Members(texts));
        }
    }

    private Optional<Found> found(String field) throws UnreadablePayloadException {
        Value value = fields.texts().get(field);
        return value == null ? Optional.empty() : value.in(payload);
    }

    private Text text(String path, Found found) {
        note(path, found.origin());
        return new Text(found.text());
    }

    private void note(String path, String origin) {
        if (!origin.isEmpty()) {
            origins.put(path, origin);
        }
    }
}
