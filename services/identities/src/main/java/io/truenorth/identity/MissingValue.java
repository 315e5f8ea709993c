package io.truenorth.identity;

import java.util.Set;

/**
 * Texts that programs write for a missing value: {@code undefined}, {@code null}, {@code NaN}, {@code [object Object]}.
 * In texts that are not identities (an attribute, a subject, a channel) they are matched exactly as programs write
 * them, since similar texts may be valid: Nan is a province, and {@code none}, {@code unknown} and {@code 0} may be
 * intended.
 */
public final class MissingValue {
    private static final Set<String> WORDS = Set.of(
            "undefined", "null", "NULL", "nil", "nan", "NaN", "n/a", "N/A", "(null)", "<null>", "<nil>", "\\N", "#N/A");
    private static final String OBJECT = "[object ";

    private MissingValue() {}

    /** Returns whether a text stands for a missing value; an empty text does not. */
    public static boolean is(String text) {
        return WORDS.contains(text) || isObject(text);
    }

    /** JavaScript's string form of an object, of any type and in any case. */
    static boolean isObject(String text) {
        return text.endsWith("]") && text.regionMatches(true, 0, OBJECT, 0, OBJECT.length());
    }
}
