package io.truenorth.gateway.sources.mapping;

import io.truenorth.documents.Excerpt;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where money comes from.
 *
 * @param amount how much
 * @param less what of it was told before: of a sum that grows, the payload is about the difference
 * @param currency ISO 4217, in any case; that of the source where it, or what it finds, is missing
 * @param minorUnits whether amounts are whole minor units (1999) or major ones (19.99)
 * @param negated whether the amount goes back to the customer
 * @param digits how many digits the minor unit has where that is not as in ISO 4217
 */
record MoneyRule(
        Value amount,
        Optional<Value> less,
        Optional<Value> currency,
        boolean minorUnits,
        boolean negated,
        Map<String, Integer> digits) {

    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    /**
     * Money of a payload.
     *
     * @param minor in minor units as ISO 4217 has them
     */
    record Sum(String minor, String amountOrigin, String currency, String currencyOrigin) {
        boolean isNegative() {
            return minor.startsWith("-");
        }
    }

    /**
     * The money, or nothing where the payload names no amount.
     *
     * @param usual the currency where the payload names none
     */
    Optional<Sum> in(WebhookPayload payload, Optional<String> usual) throws UnreadablePayloadException {
        Optional<Found> found = amount.in(payload);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Optional<Found> named = currency.isPresent() ? currency.get().in(payload) : Optional.empty();
        Found code = named.or(() -> usual.map(text -> new Found(text, "")))
                .orElseThrow(() -> new UnreadablePayloadException(
                        found.get().origin(), "expected a currency beside it, but missing"));
        String iso = code.text().toUpperCase(Locale.ROOT);
        BigDecimal sum = Decimals.read(found.get(), "an amount").subtract(before(payload));
        BigDecimal minor = (negated ? sum.negate() : sum)
                .movePointRight(shift(iso, code.origin()))
                .setScale(0, RoundingMode.HALF_EVEN);
        if (minor.abs().compareTo(MOST) > 0) {
            throw new UnreadablePayloadException(
                    found.get().origin(),
                    "expected an amount, was " + Excerpt.of(found.get().text()));
        }
        return Optional.of(new Sum(minor.toPlainString(), found.get().origin(), iso, code.origin()));
    }

    private BigDecimal before(WebhookPayload payload) throws UnreadablePayloadException {
        Optional<Found> told = less.isPresent() ? less.get().in(payload) : Optional.empty();
        return told.isPresent() ? Decimals.read(told.get(), "an amount") : BigDecimal.ZERO;
    }

    private int shift(String iso, String origin) throws UnreadablePayloadException {
        int isoDigits = isoDigits(iso, origin);
        return minorUnits ? isoDigits - digits.getOrDefault(iso, isoDigits) : isoDigits;
    }

    private static int isoDigits(String iso, String origin) throws UnreadablePayloadException {
        try {
            return Math.max(0, Currency.getInstance(iso).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            throw new UnreadablePayloadException(
                    origin, "expected an ISO 4217 code such as EUR, was " + Excerpt.of(iso));
        }
    }

    Stream<PayloadLocation> places() {
        return Stream.of(Stream.of(amount), currency.stream(), less.stream())
                .flatMap(values -> values)
                .flatMap(Value::places);
    }
}
