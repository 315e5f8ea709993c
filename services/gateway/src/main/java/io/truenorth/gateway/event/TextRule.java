package io.truenorth.gateway.event;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a text of an event must be.
 *
 * @param most characters (UTF-16 units) at most
 * @param form what it must match
 * @param expected the form in words
 */
public record TextRule(int most, Pattern form, String expected) {

    /** Lower-case words, as channels, kinds and namespaces are. */
    public static final TextRule WORDS =
            new TextRule(64, Pattern.compile("[a-z0-9]+([_-][a-z0-9]+)*"), "lower-case words joined by - or _");

    /** A name of an attribute: it becomes a part of scopes such as {@code region=north}. */
    public static final TextRule ATTRIBUTE =
            new TextRule(64, Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*"), "letters, digits, . _ or -");

    private static final Pattern SOMETHING = Pattern.compile("\\S(.*\\S)?", Pattern.DOTALL);

    /** A value of an attribute. */
    public static final TextRule ATTRIBUTE_VALUE = name(256);

    /** ISO 4217. */
    static final TextRule CURRENCY = new TextRule(3, Pattern.compile("[A-Z]{3}"), "an ISO 4217 code such as EUR");

    private static final Pattern ANYTHING = Pattern.compile("(\\S(.*\\S)?)?", Pattern.DOTALL);

    /** A text that says something. */
    static TextRule name(int most) {
        return new TextRule(most, SOMETHING, "a text that is not empty, without space at its ends");
    }

    /** A text that may be empty. */
    static TextRule text(int most) {
        return new TextRule(most, ANYTHING, "a text without space at its ends");
    }

    /** What was expected of a text that breaks the rule; empty if it keeps it. */
    public Optional<String> brokenBy(String text) {
        if (text.length() > most) {
            return Optional.of("expected up to " + most + " characters, was " + text.length());
        }
        if (!isPrintable(text)) {
            return Optional.of("expected a text without control characters and halves of surrogate pairs");
        }
        return form.matcher(text).matches() ? Optional.empty() : Optional.of("expected " + expected);
    }

    private static boolean isPrintable(String text) {
        return text.codePoints()
                .noneMatch(point -> Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE);
    }
}
