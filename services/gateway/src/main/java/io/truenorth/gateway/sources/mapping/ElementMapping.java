package io.truenorth.gateway.sources.mapping;

import io.truenorth.gateway.event.IncomingEvent;
import io.truenorth.gateway.event.IncomingEvent.Consent;
import io.truenorth.gateway.event.IncomingEvent.EventTime;
import io.truenorth.gateway.event.IncomingEvent.Identity;
import io.truenorth.gateway.event.IncomingEvent.Money;
import io.truenorth.gateway.event.IncomingEvent.Reference;
import io.truenorth.gateway.event.IncomingEventBuilder;
import io.truenorth.gateway.event.TextConstraint;
import io.truenorth.gateway.ingest.Translation.UnmappedException;
import io.truenorth.gateway.json.JsonNumber;
import io.truenorth.gateway.json.Pointer;
import io.truenorth.gateway.sources.mapping.Expression.Extracted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Maps one element of a payload to an event, by the fields of the rule that applies to it. */
final class ElementMapping {

    private static final String REFUND = "refund";
    private static final String CHARGEBACK = "chargeback";
    private static final Set<String> MONEY_BACK = Set.of(REFUND, CHARGEBACK, "dispute_opened");

    private final WebhookPayload payload;
    private final EventFields fields;
    private final Optional<String> currency;
    private final Nobody nobody;
    private final FieldValues values;

    /**
     * A mapping of an element.
     *
     * @param currency of amounts that name none
     * @param nobody which identities are left out
     */
    ElementMapping(WebhookPayload payload, EventFields fields, Optional<String> currency, Nobody nobody) {
        this.payload = payload;
        this.fields = fields;
        this.currency = currency;
        this.nobody = nobody;
        this.values = new FieldValues(payload, fields.texts());
    }

    /**
     * The event; empty if the payload names no customer, and nothing that is one's.
     *
     * @param source the source of the event
     */
    Optional<IncomingEvent> event(String source) throws UnmappedException {
        List<Identity> identities = identities();
        List<Reference> references = references(fields.references());
        if (identities.isEmpty() && (references.isEmpty() || namesNobody())) {
            return Optional.empty();
        }
        if (!identities.isEmpty()) {
            references.addAll(references(fields.claims()));
        }
        Optional<EventTime> occurredAt = values.requiredText("occurredAt").map(EventTime.Iso::new);
        IncomingEventBuilder event = IncomingEvent.builder()
                .identities(Optional.of(identities).filter(named -> !named.isEmpty()))
                .references(references)
                .occurredAt(occurredAt)
                .source(Optional.of(source))
                .context(texts(
                        "context", fields.context(), TextConstraint::toContextValue, TextConstraint.CONTEXT_VALUE))
                .origins(values::origin);
        if (fields.isRetraction()) {
            retract(event);
        } else {
            describe(event.revision(revision(occurredAt.orElseThrow())));
        }
        return Optional.of(event.build());
    }

    /** An id that the rule shares with the events it retracts is not the retraction's own. */
    private void retract(IncomingEventBuilder event) throws UnmappedException {
        Optional<String> retracts = values.requiredText("retracts");
        event.retracts(retracts).eventId(values.text("eventId").filter(id -> !retracts.equals(Optional.of(id))));
    }

    private void describe(IncomingEventBuilder event) throws UnmappedException {
        event.eventId(values.text("eventId"))
                .channel(values.requiredText("channel"))
                .kind(values.requiredText("kind"))
                .direction(values.requiredText("direction"))
                .subject(values.text("subject").filter(TextConstraint.SUBJECT::accepts))
                .sentiment(sentiment())
                .money(money())
                .consent(consent())
                .attributes(texts("attributes", fields.attributes(), text -> text, TextConstraint.ATTRIBUTE_VALUE));
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

    /** Whether the event takes back another of a customer whom the payload does not name at all: it may not be ignored. */
    boolean isRetractionOfUnknown() throws UnmappedException {
        return fields.isRetraction() && !namesNobody(); // nobody's event was ignored, and so is its retraction
    }

    /** Whether the payload has an identity, whose value stands for nobody. */
    private boolean namesNobody() throws UnmappedException {
        for (EventFields.IdentityRule rule : fields.identities()) {
            if (rule.value().evaluate(payload).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** What the event is about, such as {@code order:1017}; empty if the payload does not state it. */
    String references() throws UnmappedException {
        return references(fields.references()).stream()
                .map(reference ->
                        reference.type().orElseThrow() + ":" + reference.id().orElseThrow())
                .collect(Collectors.joining(", "));
    }

    private List<Reference> references(List<EventFields.IdentityRule> rules) throws UnmappedException {
        List<Reference> references = new ArrayList<>();
        for (EventFields.IdentityRule rule : rules) {
            rule.value()
                    .evaluate(payload)
                    .map(Extracted::text)
                    .filter(TextConstraint.IDENTITY::accepts)
                    .ifPresent(id -> references.add(Reference.of(rule.namespace(), id)));
        }
        return references;
    }

    private String kind() throws UnmappedException {
        return values.value("kind").map(Extracted::text).orElse("");
    }

    private List<Identity> identities() throws UnmappedException {
        List<Identity> identities = new ArrayList<>();
        for (EventFields.IdentityRule rule : fields.identities()) {
            Optional<Extracted> found = rule.value().evaluate(payload);
            if (found.isPresent() && !nobody.is(rule.namespace(), found.get().text())) {
                String path = "/identities/" + identities.size();
                values.noteOrigin(path, found.get().origin());
                values.noteOrigin(path + "/value", found.get().origin());
                identities.add(Identity.of(rule.namespace(), found.get().text()));
            }
        }
        return identities;
    }

    private Optional<Consent> consent() throws UnmappedException {
        return Optional.of(new Consent(flag(EventFields.CONSENT_SCORING), flag(EventFields.CONSENT_ACTIVATION)))
                .filter(consent -> !consent.isEmpty());
    }

    private Optional<Boolean> flag(String field) throws UnmappedException {
        Optional<Extracted> found = values.extracted(field);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String text = found.get().text();
        if (!text.equals("true") && !text.equals("false")) {
            throw found.get().unexpected("true or false");
        }
        return Optional.of(text.equals("true"));
    }

    private Optional<JsonNumber> sentiment() throws UnmappedException {
        Optional<Extracted> found = values.extracted("sentiment");
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new JsonNumber(
                        found.get().decimal("a sentiment from -1 to 1").toPlainString()));
    }

    private Optional<JsonNumber> revision(EventTime occurredAt) throws UnmappedException {
        Optional<Extracted> found = values.extracted("revision");
        return found.isEmpty() ? Optional.empty() : Optional.of(Revision.of(found.get(), occurredAt));
    }

    private Optional<Money> money() throws UnmappedException {
        Optional<MoneyRule.Amount> amount = amount();
        if (amount.isEmpty() && fields.money().isPresent() && (kind().equals(REFUND) || kind().equals(CHARGEBACK))) {
            throw new UnmappedException(
                    values.firstLocation(fields.money().get().amount()),
                    "expected the amount that went back, but missing");
        }
        amount.ifPresent(found -> {
            values.noteOrigin("/money", found.amountOrigin());
            values.noteOrigin("/money/amountMinor", found.amountOrigin());
            values.noteOrigin("/money/currency", found.currencyOrigin());
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
                values.noteOrigin(
                        Pointer.append("/" + field, entry.getKey()),
                        found.orElseThrow().origin());
                texts.put(entry.getKey(), text);
            }
        }
        return texts;
    }
}
