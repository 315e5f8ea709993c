package io.truenorth.gateway.event;

import io.truenorth.identity.LowerCaseWords;
import io.truenorth.identity.NameText;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A constraint on a text of an event.
 *
 * @param most characters (UTF-16 units) at most
 * @param form what the text must match
 * @param hidden finds an invisible character, where two texts must not merely look alike
 * @param expected the form in words
 */
public record TextConstraint(int most, Predicate<String> form, Function<String, OptionalInt> hidden, String expected) {

    private static final int MAX_CONTEXT_VALUE = 1024;
    private static final Function<String, OptionalInt> ANYTHING = text -> OptionalInt.empty();

    /** Lower-case words, as channels, kinds and namespaces are. */
    public static final TextConstraint WORDS = new TextConstraint(
            LowerCaseWords.LONGEST, LowerCaseWords::is, ANYTHING, "lower-case words joined by - or _");

    /** A name of an attribute: it becomes a part of scopes such as {@code region=north}. */
    public static final TextConstraint ATTRIBUTE = new TextConstraint(
            64,
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*").asMatchPredicate(),
            ANYTHING,
            "letters, digits, . _ or -");

    /** A value of an attribute. */
    public static final TextConstraint ATTRIBUTE_VALUE = name(256).shown();

    /** A value of an identity, or the id of a reference. */
    public static final TextConstraint IDENTITY = new TextConstraint(
            256,
            text -> !text.isEmpty() && NameText.trimmed(text).length() == text.length(),
            NameText::hiddenInIdentity,
            "a text that is not empty, without space at its ends");

    /** An id of an event. */
    static final TextConstraint ID = name(256);

    /** A product line or campaign. */
    public static final TextConstraint SUBJECT = text(256).shown();

    /** A name in the context. */
    public static final TextConstraint CONTEXT_NAME = name(128);

    /** A value in the context. */
    public static final TextConstraint CONTEXT_VALUE = text(MAX_CONTEXT_VALUE);

    /** ISO 4217. */
    static final TextConstraint CURRENCY = new TextConstraint(
            3, Pattern.compile("[A-Z]{3}").asMatchPredicate(), ANYTHING, "an ISO 4217 code such as EUR");

    /** A text that says something. */
    static TextConstraint name(int most) {
        return new TextConstraint(
                most,
                text -> !text.isEmpty() && isTrimmed(text),
                ANYTHING,
                "a text that is not empty, without space at its ends");
    }

    /** A text that may be empty. */
    static TextConstraint text(int most) {
        return new TextConstraint(most, TextConstraint::isTrimmed, ANYTHING, "a text without space at its ends");
    }

    /** The same for a text that is displayed: without invisible characters. */
    TextConstraint shown() {
        return new TextConstraint(most, form, NameText::hiddenInText, expected);
    }

    /** Whether a text satisfies the constraint. */
    public boolean accepts(String text) {
        return violationOf(text).isEmpty();
    }

    /** What was expected of a text that violates the constraint; empty if it satisfies it. */
    public Optional<String> violationOf(String text) {
        if (text.length() > most) {
            return Optional.of("expected up to " + most + " characters, was " + text.length());
        }
        if (!isPrintable(text)) {
            return Optional.of("expected a text without control characters and halves of surrogate pairs");
        }
        OptionalInt unseen = hidden.apply(text);
        if (unseen.isPresent()) {
            return Optional.of(
                    "expected a text without characters that nobody sees (" + NameText.nameOf(unseen.getAsInt()) + ")");
        }
        return form.test(text) ? Optional.empty() : Optional.of("expected " + expected);
    }

    /** A text made to fit {@link #CONTEXT_VALUE}, which may leave it empty: no event should be lost for a user agent. */
    public static String toContextValue(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .map(point -> isPrintable(point) ? point : ' ')
                .takeWhile(point -> kept.length() + Character.charCount(point) <= MAX_CONTEXT_VALUE)
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    private static boolean isPrintable(int point) {
        return !Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE;
    }

    private static boolean isTrimmed(String text) {
        return text.isEmpty() || !isSpace(text.charAt(0)) && !isSpace(text.charAt(text.length() - 1));
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character >= '\t' && character <= '\r';
    }

    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isISOControl(character)) {
                return false;
            }
            if (Character.isSurrogate(character)) {
                return isPrintableBeyond(text);
            }
        }
        return true;
    }

    /** An unpaired surrogate is not a character. */
    private static boolean isPrintableBeyond(String text) {
        return text.codePoints().allMatch(TextConstraint::isPrintable);
    }
}
