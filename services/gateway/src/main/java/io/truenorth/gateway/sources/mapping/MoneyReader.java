package io.truenorth.gateway.sources.mapping;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the section {@code money} of a rule. */
final class MoneyReader {

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final int MOST_DIGITS = 4;

    private MoneyReader() {}

    static MoneyRule read(DocumentNode node) {
        DocumentSection section = node.section();
        DocumentNode minor = section.at("minor");
        DocumentNode major = section.at("major");
        if (minor.isPresent() == major.isPresent()) {
            node.problem("expected either minor or major, the amount in minor (1999) or major units (19.99)");
        }
        DocumentNode less = section.at("less");
        DocumentNode currency = section.at("currency");
        return new MoneyRule(
                ValueReader.read(minor.isPresent() ? minor : major),
                less.isPresent() ? Optional.of(ValueReader.read(less)) : Optional.empty(),
                currency.isPresent() ? Optional.of(ValueReader.read(currency)) : Optional.empty(),
                minor.isPresent(),
                section.at("negated").truth(false),
                digits(section.at("digits"), minor.isPresent()));
    }

    private static Map<String, Integer> digits(DocumentNode node, boolean minorUnits) {
        if (node.isPresent() && !minorUnits) {
            node.problem("expected beside minor only, major units have no digits of their own");
        }
        Map<String, Integer> digits = new LinkedHashMap<>();
        node.entries().forEach((code, count) -> {
            if (!CODE.matcher(code).matches()) {
                count.problem("expected an ISO 4217 code such as EUR as key");
            }
            digits.put(code, count.integer(0, MOST_DIGITS, 2));
        });
        return digits;
    }
}
