package io.truenorth.gateway.event;

import io.truenorth.contract.Direction;
import io.truenorth.deployment.MoneyConfig;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.json.Flaws;
import io.truenorth.gateway.json.JsonPlace;
import io.truenorth.gateway.json.JsonValue;
import io.truenorth.gateway.json.JsonValue.Text;
import io.truenorth.identity.MissingValue;
import io.truenorth.identity.NameText;
import io.truenorth.relationship.ledger.ArrivalRule;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Holds an event against the contract: every field of its type and within its limits, none missing, none unknown. */
final class SentEventReader {

    private static final TextRule SOURCE = TextRule.text(128).shown();
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
    SentEvent read(JsonValue value, long arrivedAt, Optional<String> region, Flaws flaws) {
        FieldReader fields = FieldReader.of(value, JsonPlace.ROOT, flaws);
        Optional<String> eventId = said(fields, "eventId", TextRule.ID);
        IdentityReader who = new IdentityReader(identities, region, flaws);
        who.read(fields);
        SentEvent event = new SentEvent(
                eventId,
                who.kept(),
                who.leftOut(),
                occurredAt(fields, arrivedAt),
                words(fields, "channel"),
                words(fields, "kind"),
                said(fields, "subject", TextRule.SUBJECT)
                        .map(NameText::composed)
                        .orElse(""),
                direction(fields),
                sentiment(fields),
                money(fields, flaws),
                attributes(fields),
                fields.text("source", SOURCE).orElse(""),
                retracts(fields),
                fields.texts("context", MOST_CONTEXT, TextRule.CONTEXT_NAME, TextRule.CONTEXT_VALUE));
        if (fields.value("receivedAt").isPresent()) {
            fields.flaw("receivedAt", "not expected: the gateway says when it received an event");
        }
        fields.refuseOthers();
        return event;
    }

    /** A text that may be there; a program's word for a missing value is as good as none. */
    private static Optional<String> said(FieldReader fields, String name, TextRule rule) {
        return fields.text(name, rule).filter(text -> !MissingValue.is(text));
    }

    /** Words that must be there and say something. */
    private static String words(FieldReader fields, String name) {
        String words = fields.requiredText(name, TextRule.WORDS);
        if (MissingValue.is(words)) {
            fields.flaw(name, "expected a " + name + ", was a program's word for a missing value, " + words);
        }
        return words;
    }

    private static Map<String, String> attributes(FieldReader fields) {
        Map<String, String> attributes = new TreeMap<>();
        fields.texts("attributes", MOST_ATTRIBUTES, TextRule.ATTRIBUTE, TextRule.ATTRIBUTE_VALUE)
                .forEach((name, value) -> {
                    if (!MissingValue.is(value)) {
                        attributes.put(name, NameText.composed(value));
                    }
                });
        return attributes;
    }

    private long occurredAt(FieldReader fields, long arrivedAt) {
        try {
            return fields.required("occurredAt")
                    .map(value -> time.read(value, arrivedAt))
                    .orElse(arrivedAt);
        } catch (IllegalArgumentException e) {
            fields.flaw("occurredAt", String.valueOf(e.getMessage()));
            return arrivedAt;
        }
    }

    private static Direction direction(FieldReader fields) {
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
                value.ifPresent(found -> fields.flaw(
                        "direction", "expected in (the customer did it) or out (the brand did), was " + found.shown()));
                return Direction.OUT;
            }
        }
    }

    private static OptionalDouble sentiment(FieldReader fields) {
        Optional<JsonValue> value = fields.value("sentiment");
        if (value.isEmpty()) {
            return OptionalDouble.empty();
        }
        Optional<BigDecimal> number =
                Numbers.decimal(value.get()).filter(decimal -> decimal.abs().compareTo(BigDecimal.ONE) <= 0);
        if (number.isEmpty()) {
            fields.flaw(
                    "sentiment",
                    "expected a number from -1 to 1, was " + value.get().shown());
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(number.get().doubleValue());
    }

    private static Optional<SentMoney> money(FieldReader fields, Flaws flaws) {
        Optional<JsonValue> value = fields.value("money");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        FieldReader money = FieldReader.of(value.get(), fields.placeOf("money"), flaws);
        OptionalLong amount = amountMinor(money);
        String currency = money.requiredText("currency", TextRule.CURRENCY);
        boolean known = MoneyConfig.isCurrency(currency);
        if (!currency.isEmpty() && !known) {
            money.flaw("currency", "expected an ISO 4217 code such as EUR, was " + Excerpt.of(currency));
        }
        money.refuseOthers();
        return amount.isPresent() && known
                ? Optional.of(new SentMoney(amount.getAsLong(), currency))
                : Optional.empty();
    }

    private static OptionalLong amountMinor(FieldReader money) {
        Optional<JsonValue> sent = money.required("amountMinor");
        OptionalLong amount = sent.map(Numbers::integer).orElse(OptionalLong.empty());
        if (sent.isPresent() && amount.isEmpty()) {
            money.flaw(
                    "amountMinor",
                    "expected a whole number of minor units, was " + sent.get().shown());
        }
        return amount;
    }

    private static Optional<String> retracts(FieldReader fields) {
        boolean retraction = fields.truth("retraction");
        Optional<String> retracts = said(fields, "retracts", TextRule.ID);
        if (retraction && retracts.isEmpty()) {
            fields.flaw("retracts", "expected the eventId that this retraction takes back");
        } else if (!retraction && retracts.isPresent()) {
            fields.flaw("retracts", "expected only where retraction is true");
        } else if (retraction && retracts.<JsonValue>map(Text::new).equals(fields.value("eventId"))) {
            fields.flaw("eventId", "expected an id of the retraction's own, was the one it takes back");
        }
        return retracts;
    }
}
