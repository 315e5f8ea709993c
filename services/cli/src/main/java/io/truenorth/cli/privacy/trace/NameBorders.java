package io.truenorth.cli.privacy.trace;

/** Tells where names end in bytes: the characters of identities go on with one, others do not. */
final class NameBorders {
    private static final int INNER = 0x80;
    private static final int INNER_MARK = 0xC0;
    private static final int INNER_CONTENT = 0x3F;
    private static final int INNER_BITS = 6;
    private static final int LONGEST_CHARACTER = 4;

    private NameBorders() {}

    /** Whether the character that begins at an index is a letter or a digit, or joins words of a name. */
    static boolean continuesAt(SearchedBytes text, int index) {
        if (index >= text.length()) {
            return false;
        }
        byte first = text.bytes()[index];
        return first >= 0 ? isOfName(first) : isLetter(text, index, sizeAt(text, index));
    }

    /** Whether the character that ends before an index is a letter or a digit, or joins words of a name. */
    static boolean continuesBefore(SearchedBytes text, int index) {
        if (index == 0 || text.bytes()[index - 1] >= 0) {
            return index > 0 && isOfName(text.bytes()[index - 1]);
        }
        int start = index - 1;
        while (start > 0 && index - start < LONGEST_CHARACTER && isInner(text.bytes()[start])) {
            start--;
        }
        return isLetter(text, start, index - start);
    }

    /** Whether a name goes on at an index, after a dot, a plus or a commercial at too: as {@code anna} in {@code anna.smith}. */
    static boolean goesOnAt(SearchedBytes text, int index) {
        return continuesAt(text, index) || (isAt(text, index, ".+@") && continuesAt(text, index + 1));
    }

    /** Whether one of some characters of ASCII is at an index. */
    static boolean isAt(SearchedBytes text, int index, String characters) {
        return index >= 0 && index < text.length() && characters.indexOf(text.bytes()[index]) >= 0;
    }

    /** Whether a digit is at an index. */
    static boolean isDigit(SearchedBytes text, int index) {
        return isAt(text, index, "0123456789");
    }

    /** Whether the length of a text stands before it, as in records. What looks like one may be a character, if all around is text. */
    static boolean isAfterItsLength(SearchedBytes text, int start, int end) {
        return start >= 0 && AvroText.isAfterLength(text.bytes(), start, end - start) && !text.isText();
    }

    static boolean isOfName(byte next) {
        return (next >= 'a' && next <= 'z')
                || (next >= 'A' && next <= 'Z')
                || (next >= '0' && next <= '9')
                || next == '-'
                || next == '_';
    }

    private static boolean isInner(byte each) {
        return (each & INNER_MARK) == INNER;
    }

    /** The number of bytes of a character of UTF-8, by its first one. */
    private static int sizeAt(SearchedBytes text, int index) {
        int end = index + 1;
        while (end < text.length() && end - index < LONGEST_CHARACTER && isInner(text.bytes()[end])) {
            end++;
        }
        return end - index;
    }

    /** Whether some bytes, at least one, are a letter beyond ASCII, or a mark on one. */
    private static boolean isLetter(SearchedBytes text, int start, int size) {
        int first = text.bytes()[start] & 0xFF;
        int declared = Integer.numberOfLeadingZeros(~first << (Integer.SIZE - Byte.SIZE));
        if (declared < 2 || declared > LONGEST_CHARACTER || declared != size) {
            return false;
        }
        int point = first & (0xFF >> (declared + 1));
        for (int i = start + 1; i < start + declared; i++) {
            point = (point << INNER_BITS) | (text.bytes()[i] & INNER_CONTENT);
        }
        return Character.isLetterOrDigit(point) || Character.getType(point) == Character.NON_SPACING_MARK;
    }
}
