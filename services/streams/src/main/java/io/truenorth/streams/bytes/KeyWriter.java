package io.truenorth.streams.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;

/**
 * Writes keys that are ordered as bytes (unsigned, from the left) just as their parts are: a shorter text comes before
 * its continuations, numbers by their value. A text ends with the bytes 0, 1 and a 0 in it is written as 0, 255.
 */
public final class KeyWriter {
    private static final int END = 1;
    private static final int BEHIND_END = 2;
    private static final int ESCAPED_ZERO = 0xFF;

    private byte[] bytes = new byte[64];
    private int size;

    /** A key of one kind; kinds do not mix in the order. */
    public KeyWriter(char kind) {
        write(kind);
    }

    /** A text, ended. */
    public KeyWriter text(String text) {
        return openText(text).terminated(END);
    }

    /** The beginning of a text: before all texts that begin so. */
    public KeyWriter openText(String text) {
        for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
            write(next);
            if (next == 0) {
                write(ESCAPED_ZERO);
            }
        }
        return this;
    }

    /** Behind every key that goes on after this text, before every key of a text that follows it. */
    public KeyWriter behindText(String text) {
        return openText(text).terminated(BEHIND_END);
    }

    /** A number, as eight bytes whose order is that of the numbers. */
    public KeyWriter number(long value) {
        long ordered = value ^ Long.MIN_VALUE;
        for (int shift = 56; shift >= 0; shift -= 8) {
            write((int) (ordered >>> shift));
        }
        return this;
    }

    /** The key. */
    public Bytes key() {
        return Bytes.wrap(Arrays.copyOf(bytes, size));
    }

    private KeyWriter terminated(int end) {
        write(0);
        write(end);
        return this;
    }

    private void write(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) value;
    }
}
