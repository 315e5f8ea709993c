package io.truenorth.gateway.event;

import io.truenorth.relationship.ledger.Touch;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The one currency that money is kept in, and the rates that a deployment declares for others.
 *
 * @param code ISO 4217
 * @param rates by ISO 4217 code, how many units of the reporting currency one unit of that currency is worth; positive
 */
public record ReportingCurrency(String code, Map<String, BigDecimal> rates) {

    private static final BigDecimal MOST = BigDecimal.valueOf(Touch.MAX_VALUE_MINOR);

    /** The rates are copied, in the order of their codes. */
    public ReportingCurrency {
        rates = Map.copyOf(rates);
    }

    /** The digits after the point of a currency; empty for a code that is no currency. */
    public static Optional<Integer> digitsOf(String code) {
        try {
            int digits = Currency.getInstance(code).getDefaultFractionDigits();
            return digits < 0 ? Optional.empty() : Optional.of(digits);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * An amount in minor units of the reporting currency, rounded half to even.
     *
     * @throws IllegalArgumentException saying what was expected, if there is no rate or the amount is too large
     */
    long convert(SentMoney money) {
        BigDecimal sent = BigDecimal.valueOf(money.amountMinor());
        BigDecimal minor = money.currency().equals(code) ? sent : converted(sent, money.currency());
        if (minor.abs().compareTo(MOST) > 0) {
            throw new IllegalArgumentException("expected an amount within ±" + MOST + " minor units of " + code);
        }
        return minor.longValueExact();
    }

    private BigDecimal converted(BigDecimal sent, String currency) {
        BigDecimal rate = rates.get(currency);
        if (rate == null) {
            String others = rates.isEmpty() ? "" : " or one with a declared rate " + new TreeMap<>(rates).keySet();
            throw new IllegalArgumentException(
                    "expected the reporting currency " + code + others + ", was " + currency);
        }
        int shift = digitsOf(code).orElse(0) - digitsOf(currency).orElse(0);
        return sent.multiply(rate).movePointRight(shift).setScale(0, RoundingMode.HALF_EVEN);
    }
}
