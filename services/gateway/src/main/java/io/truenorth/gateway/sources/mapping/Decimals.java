package io.truenorth.gateway.sources.mapping;

import io.truenorth.documents.Excerpt;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads numbers, be they JSON numbers or texts. Long exponents are refused: their arithmetic would take hours. */
final class Decimals {

    private static final Pattern FORM = Pattern.compile("[-+]?\\d{1,40}(\\.\\d{1,40})?([eE][-+]?\\d{1,2})?");

    private Decimals() {}

    /**
     * The number that a text says.
     *
     * @param expected what a message asks for: {@code a number}
     */
    static BigDecimal read(Found found, String expected) throws UnreadablePayloadException {
        if (!FORM.matcher(found.text()).matches()) {
            throw new UnreadablePayloadException(
                    found.origin(), "expected " + expected + ", was " + Excerpt.of(found.text()));
        }
        return new BigDecimal(found.text());
    }
}
