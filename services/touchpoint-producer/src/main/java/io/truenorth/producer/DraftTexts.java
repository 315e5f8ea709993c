package io.truenorth.producer;

import io.truenorth.identity.MissingValue;
import io.truenorth.identity.NameText;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Validates and normalizes the texts of a draft by the rules of the contract. */
final class DraftTexts {
    private static final Pattern WORDS = Pattern.compile("[a-z0-9]+([_-][a-z0-9]+)*");
    private static final int LONGEST_WORDS = 64;
    private static final int LONGEST_TEXT = 256;

    private DraftTexts() {}

    /** An identity value, normalized (NFC). */
    static String identity(String text) {
        requireVisible("identity", NameText.hiddenInIdentity(text));
        return NameText.composed(text);
    }

    static String words(String what, String text) {
        if (text.length() > LONGEST_WORDS || !WORDS.matcher(text).matches()) {
            throw new IllegalArgumentException(what + ": expected lower-case words joined by - or _, up to "
                    + LONGEST_WORDS + " characters, was '" + text + "'");
        }
        return requireSaid(what, text);
    }

    static String text(String what, String text) {
        return requireSaid(what, printable(what, text));
    }

    static String printable(String what, String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT || !text.strip().equals(text) || !isPrintable(text)) {
            throw new IllegalArgumentException(what + ": expected a printable text of up to " + LONGEST_TEXT
                    + " characters without space at its ends");
        }
        return text;
    }

    private static String requireSaid(String what, String text) {
        if (MissingValue.is(text)) {
            throw new IllegalArgumentException(
                    what + ": expected a text, was a placeholder for a missing value, '" + text + "'");
        }
        return text;
    }

    /** A displayed text, normalized (NFC). */
    static String shown(String what, String text) {
        String plain = text(what, text);
        requireVisible(what, NameText.hiddenInText(plain));
        return NameText.composed(plain);
    }

    private static void requireVisible(String what, OptionalInt hidden) {
        if (hidden.isPresent()) {
            throw new IllegalArgumentException(what + ": expected a text without invisible characters ("
                    + NameText.nameOf(hidden.getAsInt()) + ")");
        }
    }

    private static boolean isPrintable(String text) {
        return text.codePoints()
                .noneMatch(point -> Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE);
    }
}
