package io.truenorth.documents.history;

import io.truenorth.documents.Excerpt;
import io.truenorth.identity.LowerCaseWords;
import io.truenorth.identity.MissingValue;

/**
 * The names of channels and kinds: {@code Store} and {@code store } are {@code store}, as they are to the gateway.
 */
final class ChannelNames {

    private final CheckedTexts names = new CheckedTexts();

    /** The name of a written text. */
    String name(HistoryTextRule rule, String field, Row row) throws LineRejection {
        return names.checked(rule.read(row), written -> checked(rule.label(field), written));
    }

    /** The lower-case words of a text; a text with other letters than a to z has none. */
    static String checked(String column, String written) throws LineRejection {
        String name = NameRules.requireName(column, written).strip();
        if (MissingValue.is(name)) {
            throw new LineRejection(column, "a name, not a program's word for a missing value", Excerpt.of(name));
        }
        String words = LowerCaseWords.is(name) || hasOtherLetters(name) ? name : LowerCaseWords.of(name);
        if (!LowerCaseWords.is(words) || words.length() > LowerCaseWords.LONGEST) {
            throw new LineRejection(
                    column,
                    "lower-case words joined by - or _, up to " + LowerCaseWords.LONGEST + " characters",
                    Excerpt.of(written));
        }
        return words;
    }

    /** Without these letters, different names would become one. */
    private static boolean hasOtherLetters(String name) {
        return name.codePoints().anyMatch(character -> character > 'z' && Character.isLetterOrDigit(character));
    }
}
