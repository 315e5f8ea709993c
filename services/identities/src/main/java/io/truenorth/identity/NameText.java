package io.truenorth.identity;

import java.text.Normalizer;
import java.util.OptionalInt;

/**
 * Normalization of texts used as names, so that names that look alike are equal: texts are composed (NFC), and
 * invisible characters ({@link HiddenCharacters}) are detected.
 */
public final class NameText {
    private static final int END_OF_ASCII = 0x80;

    private NameText() {}

    /** Returns the text in Unicode's composed form, NFC. */
    public static String composed(String text) {
        return isAscii(text) || Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Returns the text without leading and trailing white space, including non-breaking spaces. */
    public static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Returns the first invisible character; identities must have none. */
    public static OptionalInt hiddenInIdentity(String text) {
        return isAscii(text) ? OptionalInt.empty() : HiddenCharacters.first(text, false);
    }

    /**
     * Returns the first invisible character that does not shape adjacent ones; joiners are valid in Persian, Indic
     * scripts and emoji.
     */
    public static OptionalInt hiddenInText(String text) {
        return isAscii(text) ? OptionalInt.empty() : HiddenCharacters.first(text, true);
    }

    /** Returns the code point and name of a character, such as {@code U+200B ZERO WIDTH SPACE}. */
    public static String nameOf(int character) {
        return String.format("U+%04X %s", character, Character.getName(character));
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= END_OF_ASCII) {
                return false;
            }
        }
        return true;
    }
}
