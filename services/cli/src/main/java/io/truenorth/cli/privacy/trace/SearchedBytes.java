package io.truenorth.cli.privacy.trace;

import java.util.Arrays;

/**
 * Bytes as a search reads them, with the position of each in the original.
 *
 * @param bytes what is searched
 * @param length how many of them count
 * @param origins the index of each in the original; empty if they are the original
 */
record SearchedBytes(byte[] bytes, int length, int[] origins) {
    private static final int HEX = 16;

    /** The original. */
    static SearchedBytes of(byte[] bytes, int length) {
        return new SearchedBytes(bytes, length, new int[0]);
    }

    /** The index in the original. */
    int origin(int index) {
        return origins.length == 0 ? index : origins[index];
    }

    /** Whether there is something to unescape. */
    boolean isEscaped() {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '%') {
                return true;
            }
        }
        return false;
    }

    /** As the value of a form is meant: {@code %40} is a commercial at. A plus stays, as it may belong to an address. */
    SearchedBytes unescaped() {
        Builder reading = new Builder(length);
        for (int i = 0; i < length; i++) {
            int code = bytes[i] == '%' && i + 2 < length
                    ? Character.digit(bytes[i + 1], HEX) * HEX + Character.digit(bytes[i + 2], HEX)
                    : -1;
            if (code >= 0 && Character.digit(bytes[i + 1], HEX) >= 0 && Character.digit(bytes[i + 2], HEX) >= 0) {
                reading.add((byte) code, origin(i));
                i += 2;
            } else {
                reading.add(bytes[i], origin(i));
            }
        }
        return reading.build();
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

    /** Numbers without what groups their digits: space, a form's plus, hyphen, dot, slash, brackets. */
    SearchedBytes ofNumbers() {
        Builder reading = new Builder(length);
        for (int i = 0; i < length; i++) {
            if (!(reading.endsWithDigit() && groupsDigits(i))) {
                reading.add(bytes[i], origin(i));
            }
        }
        return reading.build();
    }

    private boolean groupsDigits(int index) {
        int next = bytes[index] == '+' ? index + 1 : index;
        while (next < length && " -./()".indexOf(bytes[next]) >= 0) {
            next++;
        }
        return next > index && next < length && bytes[next] >= '0' && bytes[next] <= '9';
    }

    private static final class Builder {
        private final byte[] bytes;
        private final int[] origins;
        private int count;

        Builder(int most) {
            bytes = new byte[most];
            origins = new int[most];
        }

        void add(byte next, int origin) {
            bytes[count] = next;
            origins[count++] = origin;
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
