package io.truenorth.gateway.event;

import io.truenorth.contract.Identity;
import io.truenorth.contract.Money;
import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.json.Flaws;
import io.truenorth.gateway.json.JsonValue;
import io.truenorth.relationship.ledger.ArrivalRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the record of the contract from an event of a client, or says all that is wrong with it. */
public final class TouchpointMapper {

    private final SentEventReader reader;
    private final ReportingCurrency currency;
    private final Pseudonyms pseudonyms;

    /** A mapper by the rules of a deployment. */
    public TouchpointMapper(ArrivalRule arrival, ReportingCurrency currency, Pseudonyms pseudonyms) {
        this.reader = new SentEventReader(arrival);
        this.currency = currency;
        this.pseudonyms = pseudonyms;
    }

    /**
     * The record, if nothing is wrong.
     *
     * @param receivedAt when the event arrived, epoch ms
     * @param flaws what is wrong with the form of the JSON already; what else is wrong is added
     */
    public Optional<Touchpoint> map(JsonValue value, long receivedAt, Flaws flaws) {
        SentEvent sent = reader.read(value, receivedAt, flaws);
        SentEvent concealed = sent.withIdentities(conceal(sent.identities(), flaws));
        Optional<Money> money = sent.money().flatMap(amount -> convert(amount, flaws));
        return flaws.isEmpty() ? Optional.of(record(concealed, money, receivedAt)) : Optional.empty();
    }

    /** The key of a record: the strongest identity, {@code namespace:value}. */
    public static String keyOf(Touchpoint touchpoint) {
        Identity strongest = touchpoint.getIdentities().get(0);
        return strongest.getNamespace() + ":" + strongest.getValue();
    }

    private List<SentIdentity> conceal(List<SentIdentity> identities, Flaws flaws) {
        List<SentIdentity> concealed = new ArrayList<>();
        for (int i = 0; i < identities.size(); i++) {
            try {
                concealed.add(pseudonyms.conceal(identities.get(i)));
            } catch (IllegalArgumentException e) {
                flaws.add("/identities/" + i + "/namespace", String.valueOf(e.getMessage()));
            }
        }
        return concealed.stream().distinct().toList();
    }

    private Optional<Money> convert(SentMoney money, Flaws flaws) {
        try {
            return Optional.of(new Money(currency.convert(money), currency.code()));
        } catch (IllegalArgumentException e) {
            String field = money.currency().equals(currency.code()) ? "amountMinor" : "currency";
            flaws.add("/money/" + field, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
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
        touchpoint.setRetraction(event.retracts().isPresent());
        touchpoint.setRetracts(event.retracts().orElse(null));
        touchpoint.setContext(event.context());
        return touchpoint;
    }

    private static @Nullable Double sentiment(SentEvent event) {
        return event.sentiment().isPresent() ? event.sentiment().getAsDouble() : null;
    }
}
