package io.truenorth.gateway.event;

import io.truenorth.contract.Money;
import io.truenorth.deployment.MoneyConfig;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.json.JsonNodes;
import io.truenorth.gateway.json.JsonNumber;
import io.truenorth.relationship.ledger.Touch;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Validates the money of events, and converts it to the reporting currency. */
final class MoneyConverter {

    private static final String PATH = "/money";
    private static final String AMOUNT = PATH + "/amountMinor";
    private static final String CURRENCY = PATH + "/currency";
    private static final BigInteger MAX_MINOR = BigInteger.valueOf(Touch.MAX_VALUE_MINOR);

    private final MoneyConfig config;

    MoneyConverter(MoneyConfig config) {
        this.config = config;
    }

    /** The money as it was sent; empty if there is none, or it is invalid, which is a violation. */
    static Optional<Money> validate(IncomingEvent.Money sent, FieldChecks checks) {
        Optional<JsonNumber> number = checks.required(AMOUNT, sent.amountMinor());
        OptionalLong amount = number.map(JsonNumber::integer).orElse(OptionalLong.empty());
        if (number.isPresent() && amount.isEmpty()) {
            checks.violation(AMOUNT, "expected a whole number of minor units, was " + JsonNodes.describe(number.get()));
        }
        Optional<String> currency =
                checks.text(CURRENCY, checks.required(CURRENCY, sent.currency()), TextConstraint.CURRENCY);
        if (currency.isPresent() && !MoneyConfig.isCurrency(currency.get())) {
            checks.violation(CURRENCY, "expected an ISO 4217 code such as EUR, was " + Excerpt.of(currency.get()));
            return Optional.empty();
        }
        return amount.isPresent() ? currency.map(code -> new Money(amount.getAsLong(), code)) : Optional.empty();
    }

    /** The money in the reporting currency; empty if it cannot be converted, which is a violation. */
    Optional<Money> convert(Money sent, FieldChecks checks) {
        Optional<BigInteger> minor = config.inReportingCurrency(sent.getAmountMinor(), sent.getCurrency());
        if (minor.isEmpty()) {
            checks.violation(CURRENCY, "expected " + currencies() + ", was " + sent.getCurrency());
            return Optional.empty();
        }
        if (minor.get().abs().compareTo(MAX_MINOR) > 0) {
            checks.violation(
                    AMOUNT, "expected an amount within ±" + MAX_MINOR + " minor units of " + config.reporting());
            return Optional.empty();
        }
        return Optional.of(new Money(minor.get().longValueExact(), config.reporting()));
    }

    private String currencies() {
        String others = config.rates().isEmpty()
                ? ""
                : " or one with a declared rate " + new TreeMap<>(config.rates()).keySet();
        return "the reporting currency " + config.reporting() + others;
    }
}
