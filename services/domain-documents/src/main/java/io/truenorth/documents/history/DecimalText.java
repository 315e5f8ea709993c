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

    private DecimalText() {}

    static Optional<BigDecimal> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
