package io.truenorth.documents.history;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.documents.Excerpt;
import io.truenorth.documents.history.FieldRules.MoneyColumn;
import io.truenorth.documents.history.NumberForm.Decimal;
import io.truenorth.documents.history.NumberForm.Thousands;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The keys of a mapping that describe numbers and money. */
final class NumberSection {

    private enum Unit {
        MAJOR,
        MINOR
    }

    private NumberSection() {}

    /** How numbers are written. */
    static NumberForm form(DocumentSection section, DocumentSection value) {
        Decimal decimal = section.at("decimal").oneOf(Decimal.class, Decimal.POINT);
        DocumentNode node = section.at("thousands");
        Optional<Thousands> thousands =
                node.isPresent() ? Optional.of(node.oneOf(Thousands.class, Thousands.APOSTROPHE)) : Optional.empty();
        if (thousands.filter(group -> group.name().equals(decimal.name())).isPresent()) {
            node.problem("expected another character than that of decimals");
        }
        return new NumberForm(decimal, thousands, value.at("symbol").text(""));
    }

    /** Money. */
    static MoneyColumn money(HistoryTextRule amount, DocumentSection value) {
        boolean minor = value.at("unit").oneOf(Unit.class, Unit.MAJOR) == Unit.MINOR;
        DocumentNode currency = value.at("currency");
        Optional<HistoryTextRule> rule = currency.isPresent()
                ? Optional.of(TextSection.read(currency, NumberSection::requireCurrency))
                : Optional.empty();
        return new MoneyColumn(amount, minor, rule, rates(value.at("rates")));
    }

    private static void requireCurrency(DocumentNode node, String code) {
        if (ReportingCurrency.digitsOf(code).isEmpty()) {
            node.problem("expected an ISO 4217 code such as EUR, was " + Excerpt.of(code));
        }
    }

    private static Map<String, BigDecimal> rates(DocumentNode node) {
        Map<String, BigDecimal> rates = new TreeMap<>();
        node.entries().forEach((code, rate) -> {
            requireCurrency(rate, code);
            Optional<BigDecimal> value = DecimalText.parse(rate.text("")).filter(number -> number.signum() > 0);
            if (value.isEmpty()) {
                rate.problem("expected a positive decimal number such as 0.92, was " + Excerpt.of(rate.text("")));
            }
            rates.put(code, value.orElse(BigDecimal.ONE));
        });
        return rates;
    }
}
