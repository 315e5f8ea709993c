package io.truenorth.gateway.sources.mapping;

import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.event.UnmappedException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * The value of an expression for one payload.
 *
 * @param text never empty, without space at its ends
 * @param origin the pointer or header that it comes from; empty for what the document states
 */
record Extracted(String text, String origin) {

    /** Longer exponents are rejected: their arithmetic would take hours. */
    private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d{1,40}(\\.\\d{1,40})?([eE][-+]?\\d{1,2})?");

    /** A value that the document states. */
    static Extracted constant(String text) {
        return new Extracted(text, "");
    }

    Extracted withText(String other) {
        return new Extracted(other, origin);
    }

    /**
     * The value as a number.
     *
     * @param expected what an error message asks for, such as {@code a number}
     */
    BigDecimal decimal(String expected) throws UnmappedException {
        if (!isDecimal(text)) {
            throw unexpected(expected);
        }
        return new BigDecimal(text);
    }

    static boolean isDecimal(String text) {
        return DECIMAL.matcher(text).matches();
    }

    /** The exception for a value that is not what was expected. */
    UnmappedException unexpected(String expected) {
        return new UnmappedException(origin, "expected " + expected + ", was " + Excerpt.of(text));
    }
}
