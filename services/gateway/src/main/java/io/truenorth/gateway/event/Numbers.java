package io.truenorth.gateway.event;

import io.truenorth.gateway.json.JsonValue;
import io.truenorth.gateway.json.JsonValue.Number;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Reads numbers from their text. Exponents beyond three digits are no numbers to us, as a few characters of them would take
 * the arithmetic hours.
 */
public final class Numbers {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,60}(\\.\\d{1,60})?([eE][-+]?\\d{1,3})?");
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");

    private Numbers() {}

    /** A whole number of at most 18 digits, written without point and exponent. */
    public static OptionalLong integer(JsonValue value) {
        return value instanceof Number number && INTEGER.matcher(number.text()).matches()
                ? OptionalLong.of(Long.parseLong(number.text()))
                : OptionalLong.empty();
    }

    /** A decimal number. */
    public static Optional<BigDecimal> decimal(JsonValue value) {
        return value instanceof Number number && DECIMAL.matcher(number.text()).matches()
                ? Optional.of(new BigDecimal(number.text()))
                : Optional.empty();
    }
}
