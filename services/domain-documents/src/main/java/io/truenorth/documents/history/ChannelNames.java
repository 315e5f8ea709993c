package io.truenorth.documents.history;

import io.truenorth.documents.Excerpt;
import io.truenorth.identity.LowerCaseWords;
import io.truenorth.identity.MissingValue;
import java.util.HashMap;
import java.util.Map;

/**
 * The names of channels and kinds: {@code Store} and {@code store } are {@code store}, as they are to the gateway. Names repeat on
 * every line; each is checked once.
 */
final class ChannelNames {

    private static final int MOST_KNOWN = 100_000;

    private final Map<String, String> known = new HashMap<>();

    /** The name of a written text. */
    String name(HistoryTextRule rule, String field, Row row) throws LineRejection {
        String written = rule.read(row);
        String name = known.get(written);
        if (name == null) {
            name = checked(rule.label(field), written);
            if (known.size() < MOST_KNOWN) {
                known.put(written, name);
            }
        }
        return name;
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
