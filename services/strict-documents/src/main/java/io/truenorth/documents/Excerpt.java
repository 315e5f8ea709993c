package io.truenorth.documents;

/** Formats text for messages: quoted, truncated, on one line. */
public final class Excerpt {

    private static final int LONGEST = 40;

    private Excerpt() {}

    /** The text in quotes, its first 40 characters at most, control characters escaped; {@code empty} for an empty one. */
    public static String of(String text) {
        return text.isEmpty() ? "empty" : '"' + plain(text, LONGEST) + '"';
    }

    /** The text without quotes, its first characters at most, control characters and halves of pairs escaped. */
    public static String plain(String text, int longest) {
        StringBuilder shown = new StringBuilder();
        int end = text.offsetByCodePoints(0, Math.min(longest, text.codePointCount(0, text.length())));
        text.substring(0, end).codePoints().forEach(character -> append(shown, character));
        return end < text.length() ? shown.append('…').toString() : shown.toString();
    }

    /** The whole text on one line, control characters, direction marks and halves of pairs escaped. */
    public static String visible(String text) {
        if (text.codePoints().allMatch(Excerpt::isPrintable)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(character -> append(shown, character));
        return shown.toString();
    }

    private static void append(StringBuilder shown, int character) {
        if (isPrintable(character)) {
            shown.appendCodePoint(character);
        } else if (character == '\t') {
            shown.append("\\t");
        } else {
            shown.append(String.format("\\u%04x", character));
        }
    }

    /** Direction marks are no letters either: they would turn the rest of a message around. */
    private static boolean isPrintable(int character) {
        int type = Character.getType(character);
        return !Character.isISOControl(character)
                && type != Character.SURROGATE
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
