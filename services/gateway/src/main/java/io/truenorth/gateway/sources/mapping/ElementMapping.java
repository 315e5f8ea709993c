package io.truenorth.gateway.sources.mapping;

import io.truenorth.gateway.event.IncomingEvent;
import io.truenorth.gateway.event.IncomingEvent.EventTime;
import io.truenorth.gateway.event.IncomingEvent.Identity;
import io.truenorth.gateway.event.IncomingEvent.Money;
import io.truenorth.gateway.event.TextConstraint;
import io.truenorth.gateway.ingest.Translation.UnmappedException;
import io.truenorth.gateway.json.JsonNumber;
import io.truenorth.gateway.json.Pointer;
import io.truenorth.gateway.sources.mapping.Expression.Extracted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Maps one element of a payload to an event, by the fields of the rule that applies to it. */
final class ElementMapping {

    private static final String REFUND = "refund";
    private static final String CHARGEBACK = "chargeback";
    private static final Set<String> MONEY_BACK = Set.of(REFUND, CHARGEBACK, "dispute_opened");

    private final WebhookPayload payload;
    private final EventFields fields;
    private final Optional<String> currency;
    private final Map<String, String> origins = new HashMap<>();

    /** @param currency of amounts that name none */
    ElementMapping(WebhookPayload payload, EventFields fields, Optional<String> currency) {
        this.payload = payload;
        this.fields = fields;
        this.currency = currency;
    }

    /**
     * The event; empty if the payload names no customer.
     *
     * @param source the source of the event
     */
    Optional<IncomingEvent> event(String source) throws UnmappedException {
        List<Identity> identities = identities();
        if (identities.isEmpty()) {
            return Optional.empty();
        }
        IncomingEvent event = IncomingEvent.builder()
                .identities(Optional.of(identities))
                .eventId(text("eventId"))
                .occurredAt(requiredText("occurredAt").map(EventTime.Iso::new))
                .channel(requiredText("channel"))
                .kind(requiredText("kind"))
                .direction(requiredText("direction"))
                .subject(text("subject").filter(TextConstraint.SUBJECT::accepts))
                .sentiment(sentiment())
                .money(money())
                .attributes(texts("attributes", fields.attributes(), text -> text, TextConstraint.ATTRIBUTE_VALUE))
                .source(Optional.of(source))
                .context(texts(
                        "context", fields.context(), TextConstraint::toContextValue, TextConstraint.CONTEXT_VALUE))
                .origins(path -> Optional.ofNullable(origins.get(path)))
                .build();
        return Optional.of(event);
    }

    /** Whether the event gives money back to the customer, or disputes it: such an event may not be ignored. */
    boolean isAboutMoneyBack() {
        try {
            return fields.money().filter(MoneyRule::negated).isPresent()
                    || MONEY_BACK.contains(kind())
                    || amount().filter(MoneyRule.Amount::isNegative).isPresent();
        } catch (UnmappedException e) {
            return false;
        }
    }

    /** What the event is about, such as {@code order:1017}; empty if the payload does not state it. */
    String references() throws UnmappedException {
        List<String> references = new ArrayList<>();
        for (EventFields.IdentityRule rule : fields.references()) {
            rule.value().evaluate(payload).ifPresent(found -> references.add(rule.namespace() + ":" + found.text()));
        }
        return String.join(", ", references);
    }

    private String kind() throws UnmappedException {
        return value("kind").map(Extracted::text).orElse("");
    }

    private List<Identity> identities() throws UnmappedException {
        List<Identity> identities = new ArrayList<>();
        for (EventFields.IdentityRule rule : fields.identities()) {
            Optional<Extracted> found = rule.value().evaluate(payload);
            if (found.isPresent()) {
                String path = "/identities/" + identities.size();
                noteOrigin(path, found.get().origin());
                noteOrigin(path + "/value", found.get().origin());
                identities.add(Identity.of(rule.namespace(), found.get().text()));
            }
        }
        return identities;
    }

    private Optional<String> text(String field) throws UnmappedException {
        Optional<Extracted> found = value(field);
        found.ifPresent(value -> noteOrigin("/" + field, value.origin()));
        return found.map(Extracted::text);
    }

    private Optional<String> requiredText(String field) throws UnmappedException {
        Optional<String> text = text(field);
        if (text.isEmpty()) {
            String place = Optional.ofNullable(fields.texts().get(field))
                    .map(this::firstLocation)
                    .orElse("");
            throw new UnmappedException(place, "expected for " + field + ", but missing");
        }
        return text;
    }

    private String firstLocation(Expression expression) {
        return expression
                .locations()
                .map(location -> location.describe(payload))
                .findFirst()
                .orElse("");
    }

    private Optional<JsonNumber> sentiment() throws UnmappedException {
        Optional<Extracted> found = value("sentiment");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        noteOrigin("/sentiment", found.get().origin());
        return Optional.of(
                new JsonNumber(found.get().decimal("a sentiment from -1 to 1").toPlainString()));
    }

    private Optional<Money> money() throws UnmappedException {
        Optional<MoneyRule.Amount> amount = amount();
        if (amount.isEmpty() && fields.money().isPresent() && (kind().equals(REFUND) || kind().equals(CHARGEBACK))) {
            throw new UnmappedException(
                    firstLocation(fields.money().get().amount()), "expected the amount that went back, but missing");
        }
        amount.ifPresent(found -> {
            noteOrigin("/money", found.amountOrigin());
            noteOrigin("/money/amountMinor", found.amountOrigin());
            noteOrigin("/money/currency", found.currencyOrigin());
        });
        return amount.map(found -> Money.of(found.minor(), found.currency()));
    }

    private Optional<MoneyRule.Amount> amount() throws UnmappedException {
        return fields.money().isPresent() ? fields.money().get().evaluate(payload, currency) : Optional.empty();
    }

    /** The texts within the contract's limits; the event does without the others. */
    private Map<String, String> texts(
            String field, Map<String, Expression> expressions, UnaryOperator<String> form, TextConstraint constraint)
            throws UnmappedException {
        Map<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, Expression> entry : new TreeMap<>(expressions).entrySet()) {
            Optional<Extracted> found = entry.getValue().evaluate(payload);
            String text = found.map(value -> form.apply(value.text())).orElse("");
            if (!text.isEmpty() && constraint.accepts(text)) {
                noteOrigin(
                        Pointer.append("/" + field, entry.getKey()),
                        found.orElseThrow().origin());
                texts.put(entry.getKey(), text);
            }
        }
        return texts;
    }

    private Optional<Extracted> value(String field) throws UnmappedException {
        Expression expression = fields.texts().get(field);
        return expression == null ? Optional.empty() : expression.evaluate(payload);
    }

    private void noteOrigin(String path, String origin) {
        if (!origin.isEmpty()) {
            origins.put(path, origin);
        }
    }
}
