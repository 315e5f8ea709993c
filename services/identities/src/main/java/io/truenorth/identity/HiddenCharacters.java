package io.truenorth.identity;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Invisible characters: Unicode's default ignorable code points (including directional controls and zero-width
 * characters), line separators and annotations. Some of them shape adjacent characters: joiners in cursive scripts,
 * variation selectors and tags in emoji.
 */
final class HiddenCharacters {
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int KEYCAP = 0x20E3;

    /** First and last code point of each range. */
    private static final int[][] RANGES = {
        {0x00AD, 0x00AD}, {0x034F, 0x034F}, {0x061C, 0x061C}, {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F},
        {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F}, {0x3164, 0x3164}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF},
        {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}
    };

    /** Scripts in which a joiner has no effect. */
    private static final Set<UnicodeScript> UNJOINED = EnumSet.of(
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARMENIAN,
            UnicodeScript.GEORGIAN,
            UnicodeScript.HEBREW,
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.COMMON,
            UnicodeScript.INHERITED);

    private HiddenCharacters() {}

    /**
     * Returns the first invisible character.
     *
     * @param shaping whether to ignore characters that shape adjacent ones
     */
    static OptionalInt first(String text, boolean shaping) {
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            if (isHidden(points[i]) && !(shaping && shapes(points, i))) {
                return OptionalInt.of(points[i]);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isHidden(int point) {
        for (int[] range : RANGES) {
            if (point <= range[1]) {
                return point >= range[0];
            }
        }
        return false;
    }

    private static boolean shapes(int[] points, int at) {
        if (at == 0) {
            return false;
        }
        int point = points[at];
        int before = points[at - 1];
        boolean last = at == points.length - 1;
        if (point == JOINER || point == NON_JOINER) {
            return !last && isShaped(before) && isShaped(points[at + 1]);
        }
        if (isTag(point)) {
            return before == BLACK_FLAG || isTag(before);
        }
        return isSelector(point) && (isSelected(before) || !last && points[at + 1] == KEYCAP);
    }

    private static boolean isShaped(int point) {
        return isSymbol(point)
                || isSelector(point)
                || Character.isLetter(point) && isOfJoiningScript(point)
                || isMark(point) && isOfJoiningScript(point);
    }

    private static boolean isOfJoiningScript(int point) {
        return !UNJOINED.contains(UnicodeScript.of(point));
    }

    /** Returns whether a variation selector may apply: to a symbol, punctuation, an ideograph or a Mongolian letter. */
    private static boolean isSelected(int point) {
        return isSymbol(point)
                || Character.getType(point) == Character.OTHER_PUNCTUATION
                || Character.isIdeographic(point)
                || UnicodeScript.of(point) == UnicodeScript.MONGOLIAN;
    }

    private static boolean isSymbol(int point) {
        int type = Character.getType(point);
        boolean beyondAscii = point > 0x7F;
        return beyondAscii
                && (type == Character.OTHER_SYMBOL
                        || type == Character.MODIFIER_SYMBOL
                        || type == Character.MATH_SYMBOL
                        || type == Character.UNASSIGNED);
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isSelector(int point) {
        return point >= 0xFE00 && point <= 0xFE0F || point >= 0x180B && point <= 0x180D;
    }

    private static boolean isTag(int point) {
        return point >= 0xE0020 && point <= 0xE007F;
    }
}
