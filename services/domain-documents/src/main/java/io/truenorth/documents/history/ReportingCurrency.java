package io.truenorth.documents.history;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The currency in whose minor units money counts, and what other currencies are worth in it.
 *
 * @param code by ISO 4217
 * @param rates the value of one unit of another currency in this one, by ISO 4217
 */
public record ReportingCurrency(String code, Map<String, BigDecimal> rates) {

    /**
     * Keeps an immutable copy.
     *
     * @throws IllegalArgumentException if the code is no currency with minor units
     */
    public ReportingCurrency {
        rates = Map.copyOf(rates);
        if (digitsOf(code).isEmpty()) {
            throw new IllegalArgumentException("expected an ISO 4217 code such as EUR, was " + code);
        }
    }

    /** The currency of a deployment that states none: the euro. */
    public static ReportingCurrency standard() {
        return new ReportingCurrency("EUR", Map.of());
    }

    /** The digits of minor units: 2 for EUR, 0 for JPY; empty if the code is no currency that has them. */
    static Optional<Integer> digitsOf(String code) {
        try {
            return Optional.of(Currency.getInstance(code).getDefaultFractionDigits())
                    .filter(digits -> digits >= 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The digits of this currency's minor units. */
    int digits() {
        return digitsOf(code).orElseThrow();
    }

    /** The same with further rates, which take precedence. */
    ReportingCurrency withRates(Map<String, BigDecimal> further) {
        Map<String, BigDecimal> all = new HashMap<>(rates);
        all.putAll(further);
        return new ReportingCurrency(code, all);
    }

    /** What one unit of a currency is worth; empty if nobody says. */
    Optional<BigDecimal> rateOf(String currency) {
        return currency.equals(code) ? Optional.of(BigDecimal.ONE) : Optional.ofNullable(rates.get(currency));
    }
}
