package io.truenorth.gateway.event;

import io.truenorth.contract.Identity;
import io.truenorth.contract.Money;
import io.truenorth.contract.Touchpoint;
import io.truenorth.deployment.MoneyConfig;
import io.truenorth.gateway.json.Flaws;
import io.truenorth.gateway.json.JsonValue;
import io.truenorth.relationship.ledger.ArrivalRule;
import io.truenorth.relationship.ledger.Touch;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the record of the contract from an event of a client, or says all that is wrong with it. */
public final class TouchpointMapper {

    private static final BigInteger MOST_MINOR = BigInteger.valueOf(Touch.MAX_VALUE_MINOR);

    private final SentEventReader reader;
    private final MoneyConfig money;
    private final Automation automation = new Automation();

    /** A mapper by the rules of a deployment. */
    public TouchpointMapper(ArrivalRule arrival, MoneyConfig money, IdentityRules identities) {
        this.reader = new SentEventReader(arrival, identities);
        this.money = money;
    }

    /**
     * The record, if nothing is wrong.
     *
     * @param receivedAt when the event arrived, epoch ms
     * @param region whose national phone numbers the source means, if it says so
     * @param flaws what is wrong with the form of the JSON already; what else is wrong is added
     */
    public Optional<Touchpoint> map(JsonValue value, long receivedAt, Optional<String> region, Flaws flaws) {
        SentEvent sent = reader.read(value, receivedAt, region, flaws);
        Optional<Money> converted = sent.money().flatMap(amount -> convert(amount, flaws));
        if (!flaws.isEmpty()) {
            return Optional.empty();
        }
        Touchpoint touchpoint = record(sent, converted, receivedAt);
        automation.mark(touchpoint);
        noteLeftOut(sent, touchpoint);
        return Optional.of(touchpoint);
    }

    /** What is done without is seen beside the event, as nobody is told otherwise. */
    private static void noteLeftOut(SentEvent sent, Touchpoint touchpoint) {
        if (!sent.leftOut().isEmpty()) {
            Map<String, String> context = new TreeMap<>(touchpoint.getContext());
            context.put("leftOut", String.join(", ", sent.leftOut()));
            touchpoint.setContext(context);
        }
    }

    private Optional<Money> convert(SentMoney sent, Flaws flaws) {
        Optional<BigInteger> minor = money.inReportingCurrency(sent.amountMinor(), sent.currency());
        if (minor.isEmpty()) {
            flaws.add("/money/currency", "expected " + currencies() + ", was " + sent.currency());
            return Optional.empty();
        }
        if (minor.get().abs().compareTo(MOST_MINOR) > 0) {
            flaws.add(
                    "/money/amountMinor",
                    "expected an amount within ±" + MOST_MINOR + " minor units of " + money.reporting());
            return Optional.empty();
        }
        return Optional.of(new Money(minor.get().longValueExact(), money.reporting()));
    }

    private String currencies() {
        String others =
                money.rates().isEmpty() ? "" : " or one with a declared rate " + new TreeMap<>(money.rates()).keySet();
        return "the reporting currency " + money.reporting() + others;
    }

    private static Touchpoint record(SentEvent event, Optional<Money> money, long receivedAt) {
        Touchpoint touchpoint = new Touchpoint();
        touchpoint.setEventId(event.eventId().orElseGet(() -> DerivedId.of(event)));
        touchpoint.setIdentities(event.identities().stream()
                .map(identity -> new Identity(identity.namespace(), identity.value()))
                .toList());
        touchpoint.setOccurredAt(event.occurredAt());
        touchpoint.setReceivedAt(receivedAt);
        touchpoint.setChannel(event.channel());
        touchpoint.setKind(event.kind());
        touchpoint.setSubject(event.subject());
        touchpoint.setDirection(event.direction());
        touchpoint.setSentiment(sentiment(event));
        touchpoint.setMoney(money.orElse(null));
        touchpoint.setAttributes(event.attributes());
        touchpoint.setSource(event.source());
        touchpoint.setRetracts(event.retracts().orElse(null));
        touchpoint.setReferences(List.of());
        touchpoint.setContext(event.context());
        return touchpoint;
    }

    private static @Nullable Double sentiment(SentEvent event) {
        return event.sentiment().isPresent() ? event.sentiment().getAsDouble() : null;
    }
}
