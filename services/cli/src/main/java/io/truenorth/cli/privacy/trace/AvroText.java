package io.truenorth.cli.privacy.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts as Avro's binary form has them: after their length. */
final class AvroText {
    private static final int LONGEST_LENGTH = 5;

    private AvroText() {}

    /** Two texts after each other, each after its length, as in Avro's binary form. */
    static byte[] pair(String namespace, String value) {
        byte[] first = withLength(namespace.getBytes(StandardCharsets.UTF_8));
        byte[] second = withLength(value.getBytes(StandardCharsets.UTF_8));
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] withLength(byte[] text) {
        byte[] length = length(text.length);
        byte[] both = Arrays.copyOf(length, length.length + text.length);
        System.arraycopy(text, 0, both, length.length, text.length);
        return both;
    }

    /** A length as a zigzag number of variable length. */
    private static byte[] length(int count) {
        byte[] bytes = new byte[LONGEST_LENGTH];
        int size = 0;
        int rest = count << 1;
        while ((rest & ~0x7F) != 0) {
            bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return Arrays.copyOf(bytes, size);
    }

    /** Whether the length of some bytes stands before them. */
    static boolean isAfterLength(byte[] bytes, int start, int count) {
        byte[] length = length(count);
        int from = start - length.length;
        return from >= 0 && Arrays.equals(bytes, from, start, length, 0, length.length);
    }
}
