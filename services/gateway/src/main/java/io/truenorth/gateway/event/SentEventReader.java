package io.truenorth.gateway.event;

import io.truenorth.contract.Direction;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.json.Violations;
import io.truenorth.gateway.json.JsonPath;
import io.truenorth.gateway.json.JsonValue;
import io.truenorth.gateway.json.JsonValue.Text;
import io.truenorth.identity.MissingValue;
import io.truenorth.identity.NameText;
import io.truenorth.relationship.ledger.ArrivalRule;
import io.truenorth.service.deployment.MoneyConfig;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Holds an event against the contract: every field of its type and within its limits, none missing, none unknown. */
final class SentEventReader {

    private static final TextConstraint SOURCE = TextConstraint.text(128).shown();
    private static final int MOST_ATTRIBUTES = 32;
    private static final int MOST_CONTEXT = 64;

    private final EventTime time;
    private final IdentityRules identities;

    SentEventReader(ArrivalRule rule, IdentityRules identities) {
        this.time = new EventTime(rule);
        this.identities = identities;
    }

    /**
     * The event, which is to be thrown away if there are flaws.
     *
     * @param arrivedAt epoch ms
     * @param region whose national phone numbers the source means
     */
    SentEvent read(JsonValue value, long arrivedAt, Optional<String> region, Violations violations) {
        EventFieldReader fields = EventFieldReader.of(value, JsonPath.ROOT, violations);
        Optional<String> eventId = said(fields, "eventId", TextConstraint.ID);
        IdentityReader who = new IdentityReader(identities, region, violations);
        who.read(fields);
        SentEvent event = new SentEvent(
                eventId,
                who.kept(),
                who.leftOut(),
                occurredAt(fields, arrivedAt),
                words(fields, "channel"),
                words(fields, "kind"),
                said(fields, "subject", TextConstraint.SUBJECT)
                        .map(NameText::composed)
                        .orElse(""),
                direction(fields),
                sentiment(fields),
                money(fields, violations),
                attributes(fields),
                fields.text("source", SOURCE).orElse(""),
                retracts(fields),
                fields.texts("context", MOST_CONTEXT, TextConstraint.CONTEXT_NAME, TextConstraint.CONTEXT_VALUE));
        if (fields.value("receivedAt").isPresent()) {
            fields.violation("receivedAt", "not expected: the gateway says when it received an event");
        }
        fields.rejectUnknownFields();
        return event;
    }

    /** A text that may be there; a program's word for a missing value is as good as none. */
    private static Optional<String> said(EventFieldReader fields, String name, TextConstraint rule) {
        return fields.text(name, rule).filter(text -> !MissingValue.is(text));
    }

    /** Words that must be there and say something. */
    private static String words(EventFieldReader fields, String name) {
        String words = fields.requiredText(name, TextConstraint.WORDS);
        if (MissingValue.is(words)) {
            fields.violation(name, "expected a " + name + ", was a program's word for a missing value, " + words);
        }
        return words;
    }

    private static Map<String, String> attributes(EventFieldReader fields) {
        Map<String, String> attributes = new TreeMap<>();
        fields.texts("attributes", MOST_ATTRIBUTES, TextConstraint.ATTRIBUTE, TextConstraint.ATTRIBUTE_VALUE)
                .forEach((name, value) -> {
                    if (!MissingValue.is(value)) {
                        attributes.put(name, NameText.composed(value));
                    }
                });
        return attributes;
    }

    private long occurredAt(EventFieldReader fields, long arrivedAt) {
        try {
            return fields.required("occurredAt")
                    .map(value -> time.read(value, arrivedAt))
                    .orElse(arrivedAt);
        } catch (IllegalArgumentException e) {
            fields.violation("occurredAt", String.valueOf(e.getMessage()));
            return arrivedAt;
        }
    }

    private static Direction direction(EventFieldReader fields) {
        Optional<JsonValue> value = fields.required("direction");
        String text = value.isPresent() && value.get() instanceof Text written ? written.text() : "";
        switch (text) {
            case "in", "IN" -> {
                return Direction.IN;
            }
            case "out", "OUT" -> {
                return Direction.OUT;
            }
            default -> {
                value.ifPresent(found -> fields.violation(
                        "direction", "expected in (the customer did it) or out (the brand did), was " + found.shown()));
                return Direction.OUT;
            }
        }
    }

    private static OptionalDouble sentiment(EventFieldReader fields) {
        Optional<JsonValue> value = fields.value("sentiment");
        if (value.isEmpty()) {
            return OptionalDouble.empty();
        }
        Optional<BigDecimal> number =
                Numbers.decimal(value.get()).filter(decimal -> decimal.abs().compareTo(BigDecimal.ONE) <= 0);
        if (number.isEmpty()) {
            fields.violation(
                    "sentiment",
                    "expected a number from -1 to 1, was " + value.get().shown());
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(number.get().doubleValue());
    }

    private static Optional<SentMoney> money(EventFieldReader fields, Violations violations) {
        Optional<JsonValue> value = fields.value("money");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        EventFieldReader money = EventFieldReader.of(value.get(), fields.placeOf("money"), violations);
        OptionalLong amount = amountMinor(money);
        String currency = money.requiredText("currency", TextConstraint.CURRENCY);
        boolean known = MoneyConfig.isCurrency(currency);
        if (!currency.isEmpty() && !known) {
            money.violation("currency", "expected an ISO 4217 code such as EUR, was " + Excerpt.of(currency));
        }
        money.rejectUnknownFields();
        return amount.isPresent() && known
                ? Optional.of(new SentMoney(amount.getAsLong(), currency))
                : Optional.empty();
    }

    private static OptionalLong amountMinor(EventFieldReader money) {
        Optional<JsonValue> sent = money.required("amountMinor");
        OptionalLong amount = sent.map(Numbers::integer).orElse(OptionalLong.empty());
        if (sent.isPresent() && amount.isEmpty()) {
            money.violation(
                    "amountMinor",
                    "expected a whole number of minor units, was " + sent.get().shown());
        }
        return amount;
    }

    private static Optional<String> retracts(EventFieldReader fields) {
        boolean retraction = fields.truth("retraction");
        Optional<String> retracts = said(fields, "retracts", TextConstraint.ID);
        if (retraction && retracts.isEmpty()) {
            fields.violation("retracts", "expected the eventId that this retraction takes back");
        } else if (!retraction && retracts.isPresent()) {
            fields.violation("retracts", "expected only where retraction is true");
        } else if (retraction && retracts.<JsonValue>map(Text::new).equals(fields.value("eventId"))) {
            fields.violation("eventId", "expected an id of the retraction's own, was the one it takes back");
        }
        return retracts;
    }
}
