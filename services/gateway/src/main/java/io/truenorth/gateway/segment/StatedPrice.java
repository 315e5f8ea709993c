package io.truenorth.gateway.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.gateway.ingest.Translation.UnmappedException;
import io.truenorth.gateway.json.JsonNodes;
import io.truenorth.gateway.json.JsonNumber;
import io.truenorth.gateway.segment.SpecEvent.Revenue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Money that a message states, in minor units.
 *
 * @param amountMinor a whole number, signed; rounded half up where the message is more exact
 * @param currency ISO 4217
 */
record StatedPrice(String amountMinor, String currency) {

    /**
     * The money that an event earned or gave back; empty if neither the event nor the source names a currency.
     *
     * @param defaultCurrency the currency where the event names none
     * @throws UnmappedException if the amount is no number, or the currency none
     */
    static Optional<StatedPrice> of(SegmentMessage properties, Revenue revenue, Optional<String> defaultCurrency)
            throws UnmappedException {
        Optional<String> code = currency(properties).or(() -> defaultCurrency);
        Optional<String> name = names(revenue).stream()
                .filter(property -> properties.stated(property).isPresent())
                .findFirst();
        if (code.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal stated = amount(properties, name.get());
        BigDecimal minor =
                stated.movePointRight(minorDigits(properties, code.get())).setScale(0, RoundingMode.HALF_UP);
        BigDecimal signed = revenue == Revenue.REFUNDED ? minor.abs().negate() : minor;
        return Optional.of(new StatedPrice(signed.toPlainString(), code.get()));
    }

    /** The exception for a refund without an amount or a currency. */
    static UnmappedException missing(SegmentMessage properties) {
        boolean amount = names(Revenue.REFUNDED).stream()
                .anyMatch(name -> properties.value(name).isPresent());
        return amount
                ? new UnmappedException(
                        properties.pathOf("currency"), "expected the currency of the money that went back, but missing")
                : new UnmappedException(
                        properties.pathOf("revenue"),
                        "expected revenue or total, the money that went back, but missing");
    }

    private static Optional<String> currency(SegmentMessage properties) {
        return properties
                .stated("currency")
                .map(value -> properties
                        .text("currency")
                        .orElse(JsonNodes.describe(value))
                        .toUpperCase(Locale.ROOT));
    }

    private static List<String> names(Revenue revenue) {
        return switch (revenue) {
            case NONE -> List.of();
            case STATED -> List.of("revenue");
            case PAID, REFUNDED -> List.of("revenue", "total", "value");
        };
    }

    private static BigDecimal amount(SegmentMessage properties, String name) throws UnmappedException {
        JsonNode value = properties.value(name).orElseThrow();
        return JsonNodes.scalar(value)
                .filter(text -> !value.isBoolean())
                .flatMap(text -> new JsonNumber(text.strip()).decimal())
                .orElseThrow(() -> new UnmappedException(
                        properties.pathOf(name),
                        "expected an amount in major units of the currency, such as 19.99, was "
                                + JsonNodes.describe(value)));
    }

    private static int minorDigits(SegmentMessage properties, String code) throws UnmappedException {
        try {
            return Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            throw new UnmappedException(
                    properties.pathOf("currency"), "expected an ISO 4217 code such as EUR, was " + code);
        }
    }
}
