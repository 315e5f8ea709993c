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
        /** It is a namespace and a value: {@code card:9} is none of {@code gift-card:9} and of {@code card:9.1}. */
        NAME,
        /** It is a value or an address: another word may also be before it with a dot, a plus or an apostrophe. */
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
            case NAME ->
                NameBorders.isAfterItsLength(reading, start, end)
                        || (beginsName(reading, start, end) && !NameBorders.goesOnAt(reading, end));
            case WORD ->
                NameBorders.isAfterItsLength(reading, start, end)
                        || (beginsWord(reading, start) && !NameBorders.goesOnAt(reading, end));
            case FIELD ->
                (start == 0 || separates(reading.bytes()[start - 1]))
                        && (end == reading.length() || separates(reading.bytes()[end]) || endsSentence(reading, end));
        };
    }

    /** A key of a store has other bytes before the name, such as its kind, and a 0 after it. */
    private static boolean beginsName(SearchedBytes reading, int start, int end) {
        boolean inKey = end < reading.length() && reading.bytes()[end] == 0;
        return inKey || !NameBorders.continuesBefore(reading, start);
    }

    private static boolean beginsWord(SearchedBytes reading, int start) {
        boolean joined = NameBorders.isAt(reading, start - 1, ".+'") && NameBorders.continuesBefore(reading, start - 1);
        return !joined && !NameBorders.continuesBefore(reading, start);
    }

    private static boolean endsSentence(SearchedBytes reading, int end) {
        return reading.bytes()[end] == '.' && (end + 1 == reading.length() || separates(reading.bytes()[end + 1]));
    }

    /** Whether a byte is one of printable text, between its words. */
    private static boolean separates(byte next) {
        boolean printable = (next >= ' ' && next <= '~') || next == '\t' || next == '\n' || next == '\r';
        return printable && !NameBorders.isOfName(next) && next != '.' && next != '+';
    }
}
