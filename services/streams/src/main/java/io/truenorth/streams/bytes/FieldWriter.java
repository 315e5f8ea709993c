package io.truenorth.streams.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the fields of a stored value in sequence; {@link FieldReader} reads them. */
public final class FieldWriter {
    private static final int LONGEST_NUMBER = 10;

    private byte[] bytes = new byte[128];
    private int size;

    /** Creates an empty writer. */
    public FieldWriter() {}

    /** Writes one byte: versions, flags, ordinals below 256. */
    public FieldWriter writeByte(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
        return this;
    }

    /** Writes a variable-length number: seven bits per byte, least significant first, zigzag-encoded. */
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

    /** Writes the length, then the text in UTF-8. */
    public FieldWriter writeText(String text) {
        return writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the length, then the bytes. */
    public FieldWriter writeBytes(byte[] content) {
        writeLong(content.length);
        ensure(content.length);
        System.arraycopy(content, 0, bytes, size, content.length);
        size += content.length;
        return this;
    }

    /** Returns the number of bytes written. */
    public int size() {
        return size;
    }

    /** Returns all bytes written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
