package io.truenorth.cli.privacy.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Bytes as a search reads them, with the position of each in the original. */
final class SearchedBytes {
    private static final int HEX = 16;
    /** The digits of {@code \}{@code u0040}, with the letter. */
    private static final int UNICODE_ESCAPE = 5;
    /** A text of JSON may have JSON in it, as messages of queues do. */
    private static final int JSON_IN_JSON = 2;
    /** Tabs, ends of lines and pages, and what begins a colour of a log. */
    private static final String CONTROLS_OF_TEXTS = "\b\t\n\f\r\u001B";

    private final byte[] bytes;
    private final int length;
    private final int[] origins;
    private Optional<Boolean> text = Optional.empty();

    /**
     * Some bytes.
     *
     * @param bytes what is searched
     * @param length how many of them count
     * @param origins the index of each in the original; empty if they are the original
     */
    private SearchedBytes(byte[] bytes, int length, int[] origins) {
        this.bytes = bytes;
        this.length = length;
        this.origins = origins;
    }

    /** The original. */
    static SearchedBytes of(byte[] bytes, int length) {
        return new SearchedBytes(bytes, length, new int[0]);
    }

    /** What is searched; only the first of them count. */
    byte[] bytes() {
        return bytes;
    }

    /** How many bytes count. */
    int length() {
        return length;
    }

    /** Whether all of it is text, without numbers as records have them. */
    boolean isText() {
        if (text.isEmpty()) {
            text = Optional.of(IntStream.range(0, length)
                    .map(index -> bytes[index])
                    .allMatch(each -> each < 0 || each >= ' ' || CONTROLS_OF_TEXTS.indexOf(each) >= 0));
        }
        return text.orElseThrow();
    }

    /** The index in the original. */
    int origin(int index) {
        return origins.length == 0 ? index : origins[index];
    }

    /** Passes these bytes, and what they are as texts of JSON, of JSON in it, and as values of forms, if they have escapes. */
    void forEachReading(Consumer<SearchedBytes> reader) {
        SearchedBytes reading = this;
        for (int depth = 0; depth <= JSON_IN_JSON; depth++) {
            reader.accept(reading);
            if (reading.has('%')) {
                reader.accept(reading.ofForm());
            }
            if (!reading.has('\\')) {
                return;
            }
            reading = reading.ofJson();
        }
    }

    private boolean has(char escape) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == escape) {
                return true;
            }
        }
        return false;
    }

    /**
     * As the value of a form is meant: {@code %40} is a commercial at, and beside such escapes a plus is a space. Elsewhere a plus
     * stays, as it may belong to an address.
     */
    SearchedBytes ofForm() {
        Builder reading = new Builder(length);
        int end = 0;
        boolean escaped = false;
        for (int i = 0; i < length; i++) {
            if (i >= end) {
                end = endOfWord(i);
                escaped = hasEscape(i, end);
            }
            int code = bytes[i] == '%' ? hex(i + 1, 2) : -1;
            if (code >= 0) {
                reading.add((byte) code, origin(i));
                i += 2;
            } else {
                reading.add(escaped && bytes[i] == '+' ? (byte) ' ' : bytes[i], origin(i));
            }
        }
        return reading.build();
    }

    /** The index behind a run of printable characters of ASCII other than a space, or behind another byte. */
    private int endOfWord(int start) {
        int end = start;
        while (end < length && bytes[end] > ' ') {
            end++;
        }
        return Math.max(end, start + 1);
    }

    private boolean hasEscape(int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] == '%' && hex(i + 1, 2) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** As a text of JSON is meant: {@code \n} is a line break, {@code \}{@code u0040} a commercial at. */
    SearchedBytes ofJson() {
        Builder reading = new Builder(length);
        int i = 0;
        while (i < length) {
            i += bytes[i] == '\\' ? addEscaped(i, reading) : reading.add(bytes[i], origin(i));
        }
        return reading.build();
    }

    /** Adds what the escape at an index means, or the byte if it is none, and returns the number of bytes that it takes. */
    private int addEscaped(int index, Builder reading) {
        int which = index + 1 < length ? "\"\\/bfnrt".indexOf(bytes[index + 1]) : -1;
        if (which >= 0) {
            reading.add((byte) "\"\\/\b\f\n\r\t".charAt(which), origin(index));
            return 2;
        }
        int unit = unicode(index);
        if (unit < 0) {
            return reading.add(bytes[index], origin(index));
        }
        int size = 1 + UNICODE_ESCAPE;
        int next = unicode(index + size);
        boolean pair = Character.isHighSurrogate((char) unit) && next >= 0 && Character.isLowSurrogate((char) next);
        int point = pair ? Character.toCodePoint((char) unit, (char) next) : unit;
        for (byte each : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
            reading.add(each, origin(index));
        }
        return pair ? 2 * size : size;
    }

    /** The unit of UTF-16 whose escape begins at an index; -1 if none does. */
    private int unicode(int index) {
        return index + 1 < length && bytes[index] == '\\' && bytes[index + 1] == 'u'
                ? hex(index + 2, UNICODE_ESCAPE - 1)
                : -1;
    }

    /** The number of some hexadecimal digits; -1 if these are none. */
    private int hex(int from, int digits) {
        int number = from + digits <= length ? 0 : -1;
        for (int i = from; number >= 0 && i < from + digits; i++) {
            int digit = Character.digit(bytes[i], HEX);
            number = digit < 0 ? -1 : number * HEX + digit;
        }
        return number;
    }

    /** With small letters in place of the capital ones of ASCII. */
    SearchedBytes inLowerCase() {
        Builder reading = new Builder(length);
        for (int i = 0; i < length; i++) {
            boolean capital = bytes[i] >= 'A' && bytes[i] <= 'Z';
            reading.add(capital ? (byte) (bytes[i] + ('a' - 'A')) : bytes[i], origin(i));
        }
        return reading.build();
    }

    /** Collects the bytes of a reading, no more than those of the original. */
    static final class Builder {
        private final byte[] bytes;
        private final int[] origins;
        private int count;

        Builder(int most) {
            bytes = new byte[most];
            origins = new int[most];
        }

        /** Adds a byte, and returns 1. */
        int add(byte next, int origin) {
            bytes[count] = next;
            origins[count++] = origin;
            return 1;
        }

        boolean endsWithDigit() {
            return count > 0 && bytes[count - 1] >= '0' && bytes[count - 1] <= '9';
        }

        SearchedBytes build() {
            return count == 0
                    ? new SearchedBytes(new byte[0], 0, new int[0])
                    : new SearchedBytes(bytes, count, Arrays.copyOf(origins, count));
        }
    }
}
