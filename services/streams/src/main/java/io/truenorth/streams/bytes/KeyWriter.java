package io.truenorth.streams.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;

/**
 * Writes keys whose byte order (unsigned, from the left) is the order of their parts: a text sorts before its
 * continuations, numbers by value. A text is terminated by the bytes 0, 1; a 0 in it is written as 0, 255.
 */
public final class KeyWriter {
    private static final int END = 1;
    private static final int BEHIND_END = 2;
    private static final int ESCAPED_ZERO = 0xFF;

    private byte[] bytes = new byte[64];
    private int size;

    /** Starts a key of a kind; keys are ordered by kind first. */
    public KeyWriter(char kind) {
        write(kind);
    }

    /** Appends a terminated text. */
    public KeyWriter text(String text) {
        return openText(text).terminated(END);
    }

    /** Appends a prefix: the key sorts before all texts that start with it. */
    public KeyWriter openText(String text) {
        for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
            write(next);
            if (next == 0) {
                write(ESCAPED_ZERO);
            }
        }
        return this;
    }

    /**
     * Appends an upper bound: the key sorts after every key that continues after this text, and before every key of a
     * later text.
     */
    public KeyWriter behindText(String text) {
        return openText(text).terminated(BEHIND_END);
    }

    /** Appends a number, as eight bytes in the order of the numbers. */
    public KeyWriter number(long value) {
        long ordered = value ^ Long.MIN_VALUE;
        for (int shift = 56; shift >= 0; shift -= 8) {
            write((int) (ordered >>> shift));
        }
        return this;
    }

    /** Returns the key. */
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
