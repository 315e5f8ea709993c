package io.truenorth.documents.history;

import io.truenorth.documents.Excerpt;
import io.truenorth.relationship.ledger.Touch;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/** Reads the money of a row, in minor units of the reporting currency. */
final class AmountReader {

    private static final BigDecimal MAX_VALUE_MINOR = BigDecimal.valueOf(Touch.MAX_VALUE_MINOR);

    private final FieldRules.MoneyColumn rule;
    private final NumberForm numbers;
    private final ReportingCurrency reporting;
    private final int digits;

    AmountReader(FieldRules rules, ReportingCurrency reporting) {
        this.rule = rules.money();
        this.numbers = rules.numbers();
        this.reporting = reporting.withRates(rule.rates());
        this.digits = reporting.digits();
    }

    /** Money in minor units of the reporting currency. */
    OptionalLong valueMinor(Row row) throws LineRejection {
        String text = rule.amount().read(row);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        String column = rule.amount().label("value");
        BigDecimal written = numbers.parse(text)
                .orElseThrow(() -> new LineRejection(
                        column, "a decimal number or nothing", Excerpt.of(text) + numbers.hint(text)));
        BigDecimal minor = rule.currency().isPresent()
                ? converted(written, rule.currency().get(), row)
                : written.movePointRight(rule.minorUnits() ? 0 : digits);
        if (minor.abs().compareTo(MAX_VALUE_MINOR) > 0) {
            BigDecimal most = MAX_VALUE_MINOR.movePointLeft(rule.minorUnits() ? 0 : digits);
            throw new LineRejection(
                    column, "a value within ±" + most.stripTrailingZeros().toPlainString(), Excerpt.of(text));
        }
        return OptionalLong.of(minor.setScale(0, RoundingMode.HALF_EVEN).longValueExact());
    }

    private BigDecimal converted(BigDecimal written, HistoryTextRule currency, Row row) throws LineRejection {
        String code = currency.read(row).strip().toUpperCase(Locale.ROOT);
        Optional<Integer> ofCurrency = ReportingCurrency.digitsOf(code);
        if (ofCurrency.isEmpty()) {
            throw new LineRejection(currency.label("value.currency"), "an ISO 4217 code such as EUR", Excerpt.of(code));
        }
        BigDecimal rate = reporting
                .rateOf(code)
                .orElseThrow(() -> new LineRejection(
                        currency.label("value.currency"),
                        "the reporting currency " + reporting.code() + " or one with a rate "
                                + new TreeSet<>(reporting.rates().keySet()),
                        code));
        BigDecimal major = rule.minorUnits() ? written.movePointLeft(ofCurrency.get()) : written;
        return major.multiply(rate).movePointRight(digits);
    }
}
