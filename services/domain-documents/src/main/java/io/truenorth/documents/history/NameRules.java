package io.truenorth.documents.history;

import io.truenorth.documents.Excerpt;
import io.truenorth.identity.NameText;
import java.util.OptionalInt;

/** Rules for names of customers, channels, kinds and subjects. */
final class NameRules {

    private static final int LONGEST = 256;

    private NameRules() {}

    /** A non-blank text. */
    static String requireName(String column, String text) throws LineRejection {
        if (text.isBlank()) {
            throw new LineRejection(column, "a name", text.isEmpty() ? "empty" : "blank");
        }
        return requireText(column, text);
    }

    /** A name of a customer, normalized to NFC. */
    static String requireIdentity(String column, String text) throws LineRejection {
        requireVisible(column, text, NameText.hiddenInIdentity(text));
        return requireName(column, text);
    }

    /** A text normalized to NFC, possibly empty. */
    static String requireText(String column, String text) throws LineRejection {
        requirePrintable(column, text);
        requireVisible(column, text, NameText.hiddenInText(text));
        return NameText.composed(text);
    }

    private static void requireVisible(String column, String text, OptionalInt hidden) throws LineRejection {
        if (hidden.isPresent()) {
            throw new LineRejection(
                    column,
                    "a text without characters that nobody sees (" + NameText.nameOf(hidden.getAsInt()) + ")",
                    Excerpt.of(text));
        }
    }

    private static void requirePrintable(String column, String text) throws LineRejection {
        if (text.length() > LONGEST) {
            throw new LineRejection(column, "up to " + LONGEST + " characters", Integer.toString(text.length()));
        }
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isISOControl(character)) {
                throw new LineRejection(column, "a text without control characters", Excerpt.of(text));
            }
            if (Character.isSurrogate(character)) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                    throw new LineRejection(column, "a text in Unicode", Excerpt.of(text));
                }
                i++;
            }
        }
    }
}
