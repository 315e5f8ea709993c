package io.truenorth.documents.history;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a decimal number strictly: digits, a point, an exponent of up to three digits. Longer exponents are no numbers to
 * us, as a few characters of them would take the arithmetic hours.
 */
final class DecimalText {

    private static final Pattern FORM =
            Pattern.compile("[-+]?(\\d{1,100}(\\.\\d{0,100})?|\\.\\d{1,100})([eE][-+]?\\d{1,3})?");

    /** A {@code long} holds any number of so many digits. */
    private static final int SHORT_DIGITS = 18;

    private DecimalText() {}

    static Optional<BigDecimal> parse(String text) {
        Optional<BigDecimal> plain = shortDecimal(text);
        if (plain.isPresent()) {
            return plain;
        }
        return FORM.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** A number of up to 18 digits with or without a sign and a point, as most are; empty for any other text. */
    private static Optional<BigDecimal> shortDecimal(String text) {
        boolean signed = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+');
        long unscaled = 0;
        int digits = 0;
        int point = -1;
        for (int i = signed ? 1 : 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '.' && point < 0) {
                point = digits;
            } else if (character >= '0' && character <= '9' && digits < SHORT_DIGITS) {
                unscaled = unscaled * 10 + (character - '0');
                digits++;
            } else {
                return Optional.empty();
            }
        }
        if (digits == 0) {
            return Optional.empty();
        }
        boolean negative = signed && text.charAt(0) == '-';
        return Optional.of(BigDecimal.valueOf(negative ? -unscaled : unscaled, point < 0 ? 0 : digits - point));
    }
}
