package io.truenorth.gateway.sources.mapping;

import java.util.List;
import java.util.Locale;

/**
 * A text in which every {@code *} stands for any characters, or none.
 *
 * @param parts the texts between the stars
 */
record TextPattern(List<String> parts) {

    static TextPattern of(String text) {
        return new TextPattern(List.of(text.split("\\*", -1)));
    }

    /** The same for texts in lower case. */
    TextPattern inLowerCase() {
        return new TextPattern(
                parts.stream().map(part -> part.toLowerCase(Locale.ROOT)).toList());
    }

    boolean matches(String text) {
        String first = parts.get(0);
        if (parts.size() == 1) {
            return text.equals(first);
        }
        String last = parts.get(parts.size() - 1);
        int end = text.length() - last.length();
        if (end < first.length() || !text.startsWith(first) || !text.endsWith(last)) {
            return false;
        }
        int at = first.length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = text.indexOf(part, at);
            if (found < 0 || found + part.length() > end) {
                return false;
            }
            at = found + part.length();
        }
        return true;
    }
}
