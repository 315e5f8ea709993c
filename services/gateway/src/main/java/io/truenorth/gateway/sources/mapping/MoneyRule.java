package io.truenorth.gateway.sources.mapping;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.ingest.Translation.UnmappedException;
import io.truenorth.gateway.sources.mapping.Expression.Extracted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The expressions for money.
 *
 * @param amount how much
 * @param less the part of it that was sent before, where a payload has a growing sum
 * @param currency ISO 4217, in any case; that of the source where it, or what it finds, is missing
 * @param minorUnits whether amounts are whole minor units (1999) or major ones (19.99)
 * @param negated whether the amount goes back to the customer
 * @param digits how many digits the minor unit has where that is not as in ISO 4217
 */
record MoneyRule(
        Expression amount,
        Optional<Expression> less,
        Optional<Expression> currency,
        boolean minorUnits,
        boolean negated,
        Map<String, Integer> digits) {

    private static final Pattern CURRENCY_CODE = Pattern.compile("[A-Z]{3}");
    private static final int MAX_DIGITS = 4;
    private static final BigDecimal MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    /**
     * Money of a payload.
     *
     * @param minor in minor units as ISO 4217 has them
     */
    record Amount(String minor, String amountOrigin, String currency, String currencyOrigin) {
        boolean isNegative() {
            return minor.startsWith("-");
        }
    }

    /**
     * The money, or nothing where the payload names no amount.
     *
     * @param defaultCurrency the currency where the payload names none
     */
    Optional<Amount> evaluate(WebhookPayload payload, Optional<String> defaultCurrency) throws UnmappedException {
        Optional<Extracted> found = amount.evaluate(payload);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Optional<Extracted> named = currency.isPresent() ? currency.get().evaluate(payload) : Optional.empty();
        Extracted code = named.or(() -> defaultCurrency.map(Extracted::constant))
                .orElseThrow(() ->
                        new UnmappedException(found.get().origin(), "expected a currency beside it, but missing"));
        String iso = code.text().toUpperCase(Locale.ROOT);
        BigDecimal sum = found.get().decimal("an amount").subtract(before(payload));
        BigDecimal minor = (negated ? sum.negate() : sum)
                .movePointRight(shift(iso, code.origin()))
                .setScale(0, RoundingMode.HALF_EVEN);
        if (minor.abs().compareTo(MAX) > 0) {
            throw found.get().unexpected("an amount");
        }
        return Optional.of(new Amount(minor.toPlainString(), found.get().origin(), iso, code.origin()));
    }

    private BigDecimal before(WebhookPayload payload) throws UnmappedException {
        Optional<Extracted> told = less.isPresent() ? less.get().evaluate(payload) : Optional.empty();
        return told.isPresent() ? told.get().decimal("an amount") : BigDecimal.ZERO;
    }

    private int shift(String iso, String origin) throws UnmappedException {
        int isoDigits = isoDigits(iso, origin);
        return minorUnits ? isoDigits - digits.getOrDefault(iso, isoDigits) : isoDigits;
    }

    private static int isoDigits(String iso, String origin) throws UnmappedException {
        try {
            return Math.max(0, Currency.getInstance(iso).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            throw new UnmappedException(origin, "expected an ISO 4217 code such as EUR, was " + Excerpt.of(iso));
        }
    }

    Stream<PayloadLocation> locations() {
        return Stream.of(Stream.of(amount), currency.stream(), less.stream())
                .flatMap(values -> values)
                .flatMap(Expression::locations);
    }

    /** The section {@code money} of a rule. */
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
                ExpressionReader.read(minor.isPresent() ? minor : major),
                less.isPresent() ? Optional.of(ExpressionReader.read(less)) : Optional.empty(),
                currency.isPresent() ? Optional.of(ExpressionReader.read(currency)) : Optional.empty(),
                minor.isPresent(),
                section.at("negated").bool(false),
                digits(section.at("digits"), minor.isPresent()));
    }

    private static Map<String, Integer> digits(DocumentNode node, boolean minorUnits) {
        if (node.isPresent() && !minorUnits) {
            node.problem("expected beside minor only, major units have no digits of their own");
        }
        Map<String, Integer> digits = new LinkedHashMap<>();
        node.entries().forEach((code, count) -> {
            if (!CURRENCY_CODE.matcher(code).matches()) {
                count.problem("expected an ISO 4217 code such as EUR as key");
            }
            digits.put(code, count.integer(0, MAX_DIGITS, 2));
        });
        return digits;
    }
}
