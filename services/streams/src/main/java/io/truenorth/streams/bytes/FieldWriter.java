package io.truenorth.streams.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the fields of a stored value one after the other; {@link FieldReader} reads them. */
public final class FieldWriter {
    private static final int LONGEST_NUMBER = 10;

    private byte[] bytes = new byte[128];
    private int size;

    /** A writer of nothing yet. */
    public FieldWriter() {}

    /** One byte: versions, flags, ordinals below 256. */
    public FieldWriter writeByte(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
        return this;
    }

    /** A number in as few bytes as it needs, seven bits each, low ones first, signed ones folded (zigzag). */
    public FieldWriter writeLong(long value) {
        ensure(LONGEST_NUMBER);
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    /** The length, then UTF-8. */
    public FieldWriter writeText(String text) {
        return writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The length, then the bytes. */
    public FieldWriter writeBytes(byte[] content) {
        writeLong(content.length);
        ensure(content.length);
        System.arraycopy(content, 0, bytes, size, content.length);
        size += content.length;
        return this;
    }

    /** All that was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
