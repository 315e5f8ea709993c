package io.truenorth.cli.privacy.trace;

import io.truenorth.cli.privacy.trace.Trace.Form;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Finds phone numbers, however their digits are grouped, with or without a sign of international numbers, and with the zero in
 * brackets that is left out in calls from abroad. A number within a longer word is none; one beside other digits, which may be a part
 * of a longer number, may be another's.
 */
final class NumberSearch {
    /** What separates groups of digits: also a plus, as a form has it for a space, spaces and hyphens that do not break, a dash. */
    private static final List<byte[]> SEPARATORS = Stream.of(
                    "(0)", " ", "-", ".", "/", "(", ")", "\u00A0", "\u202F", "\u2011", "\u2013")
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .toList();

    private final List<PhoneNumber> numbers;
    private final ByteSearch search;

    /** The digits of a number, with those of its country and without a sign. */
    record PhoneNumber(String digits, String identity, String hash) {}

    /** What stands beside a number. */
    private enum Neighbour {
        /** Nothing that belongs to it. */
        NONE,
        /** Other digits, beyond a separator. */
        DIGITS,
        /** The rest of a longer word or number. */
        SAME_WORD
    }

    NumberSearch(List<PhoneNumber> numbers) {
        this.numbers = new ArrayList<>(numbers);
        this.search = new ByteSearch(numbers.stream()
                .map(number -> number.digits().getBytes(StandardCharsets.US_ASCII))
                .toList());
    }

    /** The length of the longest number, in bytes. */
    int longest() {
        return numbers.stream()
                .mapToInt(number -> number.digits().length())
                .max()
                .orElse(0);
    }

    /** Passes what it finds. */
    void find(SearchedBytes text, Consumer<Trace> found) {
        if (numbers.isEmpty()) {
            return;
        }
        SearchedBytes ungrouped = ungrouped(text);
        search.find(ungrouped.bytes(), ungrouped.length(), (index, first, end) -> {
            int start = ungrouped.origin(first);
            List<Neighbour> beside = neighbours(text, start, ungrouped.origin(end - 1) + 1);
            if (!beside.contains(Neighbour.SAME_WORD)) {
                PhoneNumber number = numbers.get(index);
                Form form = beside.contains(Neighbour.DIGITS) ? Form.VALUE : Form.PLAIN;
                found.accept(new Trace(number.identity(), number.hash(), form, text.origin(start)));
            }
        });
    }

    /** The text without what separates digits, and the index of each byte in it. */
    private static SearchedBytes ungrouped(SearchedBytes text) {
        SearchedBytes.Builder digits = new SearchedBytes.Builder(text.length());
        int i = 0;
        while (i < text.length()) {
            int next = digits.endsWithDigit() ? behindSeparators(text, i, true) : i;
            if (next > i && NameBorders.isDigit(text, next)) {
                i = next;
            } else {
                i += digits.add(text.bytes()[i], i);
            }
        }
        return digits.build();
    }

    private static List<Neighbour> neighbours(SearchedBytes text, int start, int end) {
        boolean isWholeText = NameBorders.isAfterItsLength(text, start, end)
                || NameBorders.isAfterItsLength(text, start - "+".length(), end)
                || NameBorders.isAfterItsLength(text, start - "00".length(), end);
        return isWholeText ? List.of(Neighbour.NONE) : List.of(before(text, start), after(text, end));
    }

    private static Neighbour before(SearchedBytes text, int start) {
        if (NameBorders.isAt(text, start - 1, "+")) {
            return NameBorders.isDigit(text, start - 2) ? Neighbour.DIGITS : Neighbour.NONE;
        }
        int behind = start;
        int size = separatorBefore(text, behind);
        while (size > 0) {
            behind -= size;
            size = separatorBefore(text, behind);
        }
        if (isInternational(text, behind)) {
            return Neighbour.NONE;
        }
        return beside(text, start, behind, behind - 1, NameBorders.continuesBefore(text, behind));
    }

    private static Neighbour after(SearchedBytes text, int end) {
        int behind = NameBorders.isAt(text, end, "+") ? end + 1 : behindSeparators(text, end, false);
        return beside(text, end, behind, behind, NameBorders.continuesAt(text, behind));
    }

    /** What a border and the next thing behind separators are. A hyphen joins a number and a word. */
    private static Neighbour beside(SearchedBytes text, int border, int behind, int next, boolean isOfWord) {
        if (!isOfWord) {
            return Neighbour.NONE;
        }
        if (border == behind) {
            return Neighbour.SAME_WORD;
        }
        if (NameBorders.isDigit(text, next)) {
            return Neighbour.DIGITS;
        }
        boolean hyphen = Math.abs(border - behind) == 1 && NameBorders.isAt(text, Math.min(border, behind), "-");
        return hyphen ? Neighbour.SAME_WORD : Neighbour.NONE;
    }

    /** Whether the two zeros before an international number end at an index. */
    private static boolean isInternational(SearchedBytes text, int end) {
        return NameBorders.isAt(text, end - 1, "0")
                && NameBorders.isAt(text, end - 2, "0")
                && !NameBorders.continuesBefore(text, end - 2);
    }

    /** The index behind the separators at another. */
    private static int behindSeparators(SearchedBytes text, int from, boolean plus) {
        int next = from;
        int size = separatorAt(text, next, plus);
        while (size > 0) {
            next += size;
            size = separatorAt(text, next, plus);
        }
        return next;
    }

    private static int separatorAt(SearchedBytes text, int index, boolean plus) {
        if (plus && NameBorders.isAt(text, index, "+")) {
            return 1;
        }
        for (byte[] separator : SEPARATORS) {
            if (isAt(text, index, separator)) {
                return separator.length;
            }
        }
        return 0;
    }

    private static int separatorBefore(SearchedBytes text, int end) {
        for (byte[] separator : SEPARATORS) {
            if (isAt(text, end - separator.length, separator)) {
                return separator.length;
            }
        }
        return 0;
    }

    private static boolean isAt(SearchedBytes text, int index, byte[] wanted) {
        if (index < 0 || index + wanted.length > text.length()) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (text.bytes()[index + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
