package io.truenorth.identity;

import java.text.Normalizer;
import java.util.OptionalInt;

/**
 * Texts that become names. Two of them that look alike should be one: they are composed (NFC), and characters that nobody sees
 * (controls of direction, characters of no width; {@link HiddenCharacters}) are found.
 */
public final class NameText {
    private static final int END_OF_ASCII = 0x80;

    private NameText() {}

    /** The same text in Unicode's composed form, NFC. */
    public static String composed(String text) {
        return isAscii(text) || Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Without white space of any kind at its ends, that which does not break a line included. */
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

    /** The first character that nobody sees; an identity has no use for one. */
    public static OptionalInt hiddenInIdentity(String text) {
        return isAscii(text) ? OptionalInt.empty() : HiddenCharacters.first(text, false);
    }

    /**
     * The first character that nobody sees and that does nothing to its neighbours: joiners within Persian, within the scripts
     * of India and within emoji are how these are written.
     */
    public static OptionalInt hiddenInText(String text) {
        return isAscii(text) ? OptionalInt.empty() : HiddenCharacters.first(text, true);
    }

    /** How a character is called, such as {@code U+200B ZERO WIDTH SPACE}. */
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
