package io.truenorth.gateway;

import io.truenorth.gateway.event.ReportingCurrency;
import io.truenorth.service.config.ConfigSection;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The section {@code gateway.money}. */
final class MoneySection {

    private static final String USUAL = "EUR";
    private static final Pattern RATE = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");

    private MoneySection() {}

    static ReportingCurrency read(ConfigSection section) {
        String code = section.text("reportingCurrency", USUAL, "The currency that money is kept in, by ISO 4217.");
        if (ReportingCurrency.digitsOf(code).isEmpty()) {
            section.refuse("reportingCurrency", "expected an ISO 4217 code such as EUR, was " + code);
            code = USUAL;
        }
        Map<String, String> texts = section.textsByName(
                "rates",
                "What one unit of another currency is worth in the reporting currency, by ISO 4217 code, such as `USD: 0.92`;"
                        + " money in a currency without a rate is refused.");
        Map<String, BigDecimal> rates = new TreeMap<>();
        texts.forEach((currency, text) -> rate(section, currency, text).ifPresent(rate -> rates.put(currency, rate)));
        return new ReportingCurrency(code, rates);
    }

    private static Optional<BigDecimal> rate(ConfigSection section, String currency, String text) {
        if (ReportingCurrency.digitsOf(currency).isEmpty()) {
            section.refuse("rates", "expected ISO 4217 codes such as USD, was " + currency);
            return Optional.empty();
        }
        Optional<BigDecimal> rate = RATE.matcher(text).matches()
                ? Optional.of(new BigDecimal(text)).filter(value -> value.signum() > 0)
                : Optional.empty();
        if (rate.isEmpty()) {
            section.refuse("rates", "expected a positive decimal number for " + currency + ", was " + text);
        }
        return rate;
    }
}
