package io.truenorth.cli.privacy.trace;

import io.truenorth.cli.privacy.trace.Trace.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Finds the forms of identities in one reading of bytes, if nothing around them makes them part of something else. */
final class FormSearch {
    private final List<Pattern> patterns;
    private final ByteSearch search;

    /** What has to be around a form. */
    enum Border {
        /** Nothing: it cannot be part of something else. */
        NONE,
        /** It must end there: it may be the beginning of a longer name. */
        END,
        /** It must begin and end there. */
        WORD,
        /** It must stand alone in a text: a field of a file, a number of JSON, the value of a form. */
        FIELD
    }

    /** The bytes of a form. */
    record Pattern(byte[] bytes, String identity, String hash, Form form, Border border) {}

    FormSearch(List<Pattern> patterns) {
        this.patterns = new ArrayList<>(patterns);
        this.search = new ByteSearch(patterns.stream().map(Pattern::bytes).toList());
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    /** The length of the longest form, in bytes. */
    int longest() {
        return patterns.stream()
                .mapToInt(pattern -> pattern.bytes().length)
                .max()
                .orElse(0);
    }

    /** Passes what it finds. */
    void find(SearchedBytes reading, Consumer<Trace> found) {
        if (isEmpty()) {
            return;
        }
        search.find(reading.bytes(), reading.length(), (index, start, end) -> {
            Pattern pattern = patterns.get(index);
            if (isWhole(pattern.border(), reading, start, end)) {
                found.accept(new Trace(pattern.identity(), pattern.hash(), pattern.form(), reading.origin(start)));
            }
        });
    }

    private static boolean isWhole(Border border, SearchedBytes reading, int start, int end) {
        return switch (border) {
            case NONE -> true;
            case END -> endsThere(reading, start, end);
            case WORD ->
                (start == 0 || !isOfName(reading.bytes()[start - 1]) || isAfterItsLength(reading, start, end))
                        && endsThere(reading, start, end);
            case FIELD ->
                (start == 0 || separates(reading.bytes()[start - 1]))
                        && (end == reading.length() || separates(reading.bytes()[end]) || endsSentence(reading, end));
        };
    }

    private static boolean endsThere(SearchedBytes reading, int start, int end) {
        return end == reading.length() || !continuesName(reading.bytes()[end]) || isAfterItsLength(reading, start, end);
    }

    private static boolean isAfterItsLength(SearchedBytes reading, int start, int end) {
        return AvroText.isAfterLength(reading.bytes(), start, end - start);
    }

    private static boolean endsSentence(SearchedBytes reading, int end) {
        return reading.bytes()[end] == '.' && (end + 1 == reading.length() || separates(reading.bytes()[end + 1]));
    }

    /** Whether a byte is one of printable text, between its words. */
    private static boolean separates(byte next) {
        boolean printable = (next >= ' ' && next <= '~') || next == '\t' || next == '\n' || next == '\r';
        return printable && !isOfName(next);
    }

    private static boolean isOfName(byte next) {
        return continuesName(next) || next == '.' || next == '+';
    }

    private static boolean continuesName(byte next) {
        return (next >= 'a' && next <= 'z')
                || (next >= 'A' && next <= 'Z')
                || (next >= '0' && next <= '9')
                || next == '-'
                || next == '_';
    }
}
