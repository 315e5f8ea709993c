package io.truenorth.identity;

import java.util.Set;

/**
 * The words that programs write where they have nothing to write: {@code undefined}, {@code null}, {@code NaN}, {@code [object
 * Object]}. In a text that is no identity (an attribute, a subject, a channel) they are taken exactly as programs write them: a
 * province is called Nan, and {@code none}, {@code unknown} or {@code 0} may be what a brand wants to say there.
 */
public final class MissingValue {
    private static final Set<String> WORDS = Set.of(
            "undefined", "null", "NULL", "nil", "nan", "NaN", "n/a", "N/A", "(null)", "<null>", "<nil>", "\\N", "#N/A");
    private static final String OBJECT = "[object ";

    private MissingValue() {}

    /** Whether a text says nothing but that a program had nothing to say; an empty text does not. */
    public static boolean is(String text) {
        return WORDS.contains(text) || isObject(text);
    }

    /** How JavaScript writes an object as a text, whatever its type and however it was capitalized since. */
    static boolean isObject(String text) {
        return text.endsWith("]") && text.regionMatches(true, 0, OBJECT, 0, OBJECT.length());
    }
}
