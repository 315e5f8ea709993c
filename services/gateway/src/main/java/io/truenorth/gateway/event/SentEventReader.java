package io.truenorth.gateway.event;

import io.truenorth.contract.Direction;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.json.Flaws;
import io.truenorth.gateway.json.JsonPlace;
import io.truenorth.gateway.json.JsonValue;
import io.truenorth.gateway.json.JsonValue.Text;
import io.truenorth.relationship.ledger.ArrivalRule;
import io.truenorth.service.deployment.MoneyConfig;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Holds an event against the contract: every field of its type and within its limits, none missing, none unknown. */
final class SentEventReader {

    private static final TextRule SOURCE = TextRule.text(128);
    private static final int MOST_IDENTITIES = 16;
    private static final int MOST_ATTRIBUTES = 32;
    private static final int MOST_CONTEXT = 64;

    private final EventTime time;

    SentEventReader(ArrivalRule rule) {
        this.time = new EventTime(rule);
    }

    /**
     * The event, which is to be thrown away if there are flaws.
     *
     * @param arrivedAt epoch ms
     */
    SentEvent read(JsonValue value, long arrivedAt, Flaws flaws) {
        FieldReader fields = FieldReader.of(value, JsonPlace.ROOT, flaws);
        SentEvent event = new SentEvent(
                fields.text("eventId", TextRule.ID),
                identities(fields, flaws),
                occurredAt(fields, arrivedAt),
                fields.requiredText("channel", TextRule.WORDS),
                fields.requiredText("kind", TextRule.WORDS),
                fields.text("subject", TextRule.SUBJECT).orElse(""),
                direction(fields),
                sentiment(fields),
                money(fields, flaws),
                fields.texts("attributes", MOST_ATTRIBUTES, TextRule.ATTRIBUTE, TextRule.ATTRIBUTE_VALUE),
                fields.text("source", SOURCE).orElse(""),
                retracts(fields),
                fields.texts("context", MOST_CONTEXT, TextRule.CONTEXT_NAME, TextRule.CONTEXT_VALUE));
        if (fields.value("receivedAt").isPresent()) {
            fields.flaw("receivedAt", "not expected: the gateway says when it received an event");
        }
        fields.refuseOthers();
        return event;
    }

    private static List<SentIdentity> identities(FieldReader fields, Flaws flaws) {
        List<JsonValue> items = fields.requiredItems("identities", MOST_IDENTITIES);
        JsonPlace place = fields.placeOf("identities");
        List<SentIdentity> identities = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            identities.add(identity(FieldReader.of(items.get(i), place.item(i), flaws)));
        }
        return identities;
    }

    private static SentIdentity identity(FieldReader fields) {
        SentIdentity identity = new SentIdentity(
                fields.requiredText("namespace", TextRule.WORDS), fields.requiredText("value", TextRule.ID));
        fields.refuseOthers();
        return identity;
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
        Optional<String> retracts = fields.text("retracts", TextRule.ID);
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
