package io.truenorth.documents.history;

import java.util.HashMap;
import java.util.Map;

/** Texts that repeat on every line of a file: each is checked once, and one copy of what was made of it is kept. */
final class CheckedTexts {

    private static final int MOST_KNOWN = 100_000;

    private final Map<String, String> known = new HashMap<>();

    /** Makes a text of what is written, or rejects it. */
    @FunctionalInterface
    interface Check {
        String of(String written) throws LineRejection;
    }

    /** What a check makes of a written text. */
    String checked(String written, Check check) throws LineRejection {
        String text = known.get(written);
        if (text == null) {
            text = check.of(written);
            if (known.size() < MOST_KNOWN) {
                known.put(written, text);
            }
        }
        return text;
    }
}
