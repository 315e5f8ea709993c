package io.truenorth.deployment;

import io.truenorth.service.config.ConfigSection;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The reporting currency and the exchange rates into it. All services of a deployment must use the same values, as
 * ledgers hold amounts in the reporting currency only.
 *
 * @param reporting ISO 4217 code of the reporting currency
 * @param rates value of one major unit of another currency in the reporting currency, by ISO 4217 code; above 0
 */
public record MoneyConfig(String reporting, Map<String, BigDecimal> rates) {

    private static final String USUAL = "EUR";

    /** Without exponents: the digits of 1E999999999 would fill the heap. */
    private static final Pattern RATE = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");

    /**
     * Checks codes and rates.
     *
     * @throws IllegalArgumentException if a code is no currency, a rate is not above 0, or the reporting currency has one
     */
    public MoneyConfig {
        rates = Map.copyOf(rates);
        requireCurrency(reporting);
        for (Map.Entry<String, BigDecimal> rate : new TreeMap<>(rates).entrySet()) {
            requireCurrency(rate.getKey());
            if (rate.getKey().equals(reporting)) {
                throw new IllegalArgumentException("expected no rate for " + reporting + ", the reporting currency");
            }
            if (rate.getValue().signum() <= 0) {
                throw new IllegalArgumentException(
                        "expected a rate above 0 for " + rate.getKey() + ", was " + rate.getValue());
            }
        }
    }

    /** A single currency without exchange rates. */
    public static MoneyConfig only(String reporting) {
        return new MoneyConfig(reporting, Map.of());
    }

    /** Reads the section {@code money} of a configuration. */
    public static MoneyConfig read(ConfigSection section) {
        MoneyConfig money = reporting(
                section, section.text("reportingCurrency", USUAL, "The reporting currency of ledgers, by ISO 4217."));
        Map<String, String> rates = section.textsByName(
                "rates",
                "What one unit of another currency is worth in the reporting currency, by ISO 4217 code, such as"
                        + " `USD: 0.92`; amounts in a currency without a rate are rejected.");
        for (Map.Entry<String, String> rate : new TreeMap<>(rates).entrySet()) {
            money = money.withRate(section, rate.getKey(), rate.getValue());
        }
        return money;
    }

    /** Whether the code names a currency with minor units. */
    public static boolean isCurrency(String code) {
        return digitsOf(code).isPresent();
    }

    /**
     * An amount in minor units of the reporting currency, rounded half to even.
     *
     * @param amountMinor in minor units of its currency, signed
     * @return empty if the currency has no rate; the amount may exceed the accepted range
     */
    public Optional<BigInteger> inReportingCurrency(long amountMinor, String currency) {
        if (currency.equals(reporting)) {
            return Optional.of(BigInteger.valueOf(amountMinor));
        }
        return Optional.ofNullable(rates.get(currency))
                .map(rate -> rate.multiply(BigDecimal.valueOf(amountMinor))
                        .movePointRight(digits(reporting) - digits(currency))
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .toBigIntegerExact());
    }

    private static MoneyConfig reporting(ConfigSection section, String code) {
        try {
            return only(code);
        } catch (IllegalArgumentException e) {
            section.reject("reportingCurrency", String.valueOf(e.getMessage()));
            return only(USUAL);
        }
    }

    /** A copy with one more rate; the same instance if the rate is invalid. */
    private MoneyConfig withRate(ConfigSection section, String currency, String text) {
        if (!RATE.matcher(text).matches()) {
            section.reject(
                    "rates", "expected a positive decimal number such as 0.92 for " + currency + ", was " + text);
            return this;
        }
        Map<String, BigDecimal> more = new HashMap<>(rates);
        more.put(currency, new BigDecimal(text));
        try {
            return new MoneyConfig(reporting, more);
        } catch (IllegalArgumentException e) {
            section.reject("rates", String.valueOf(e.getMessage()));
            return this;
        }
    }

    private static void requireCurrency(String code) {
        if (!isCurrency(code)) {
            throw new IllegalArgumentException("expected an ISO 4217 code such as EUR, was " + code);
        }
    }

    private static int digits(String code) {
        return digitsOf(code).orElseThrow();
    }

    /** Fraction digits: 2 for EUR, 0 for JPY; empty for unknown codes and for those without minor units, such as gold. */
    private static Optional<Integer> digitsOf(String code) {
        try {
            return Optional.of(Currency.getInstance(code).getDefaultFractionDigits())
                    .filter(digits -> digits >= 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
