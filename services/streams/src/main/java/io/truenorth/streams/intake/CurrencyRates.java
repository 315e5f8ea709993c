package io.truenorth.streams.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How money in other currencies becomes money in the reporting currency: by rates that the deployment declares.
 *
 * @param reporting ISO 4217 code of the currency that ledgers are kept in
 * @param rates by code: how many units of the reporting currency one unit is worth (not: one cent), above 0
 */
public record CurrencyRates(String reporting, Map<String, BigDecimal> rates) {
    private static final int MOST_DIGITS = 30;

    /**
     * Checks the codes and the rates.
     *
     * @throws IllegalArgumentException if a code is no currency, a rate is not above 0, or the reporting currency has one
     */
    public CurrencyRates {
        rates = Map.copyOf(rates);
        digitsOf(reporting);
        new TreeMap<>(rates).forEach((currency, rate) -> {
            digitsOf(currency);
            if (rate.signum() <= 0 || rate.precision() > MOST_DIGITS) {
                throw new IllegalArgumentException(
                        "rate of " + currency + ": expected a number above 0 of at most 30 digits, was " + rate);
            }
        });
        if (rates.containsKey(reporting)) {
            throw new IllegalArgumentException(
                    "rate of " + reporting + ": expected none, as it is the reporting currency");
        }
    }

    /** Money in the reporting currency alone. */
    public static CurrencyRates only(String reporting) {
        return new CurrencyRates(reporting, Map.of());
    }

    /**
     * An amount in minor units of the reporting currency, rounded half to even.
     *
     * @return nothing if no rate is declared
     * @throws ArithmeticException if the amount leaves the range of a {@code long}
     */
    public Optional<Long> inReportingCurrency(long amountMinor, String currency) {
        if (currency.equals(reporting)) {
            return Optional.of(amountMinor);
        }
        return Optional.ofNullable(rates.get(currency))
                .map(rate -> rate.multiply(BigDecimal.valueOf(amountMinor))
                        .movePointRight(digitsOf(reporting) - digitsOf(currency))
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact());
    }

    /** The digits behind the point: 2 for euros, 0 for yen. */
    private static int digitsOf(String code) {
        try {
            return Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("expected an ISO 4217 code such as EUR, was '" + code + "'", e);
        }
    }
}
