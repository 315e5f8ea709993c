package io.truenorth.streams.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the output of {@link FieldWriter}, field by field; throws {@link StoredFormException} for any other input. */
public final class FieldReader {
    private static final int LONGEST_NUMBER = 64;

    private final String what;
    private final byte[] bytes;
    private int position;

    /**
     * Creates a reader at the first byte.
     *
     * @param what the name of the value, for messages
     */
    public FieldReader(String what, byte[] bytes) {
        this.what = what;
        this.bytes = bytes;
    }

    /** Reads a byte, 0 to 255. */
    public int readByte() {
        require(1);
        return bytes[position++] & 0xFF;
    }

    /** Reads a number. */
    public long readLong() {
        long folded = 0;
        for (int shift = 0; shift < LONGEST_NUMBER; shift += 7) {
            int next = readByte();
            folded |= (long) (next & 0x7F) << shift;
            if ((next & 0x80) == 0) {
                return (folded >>> 1) ^ -(folded & 1);
            }
        }
        throw problem("a number of more than ten bytes");
    }

    /**
     * Reads a count or length. A count that exceeds the remaining bytes is rejected, so that corrupt input cannot cause
     * a large allocation.
     */
    public int readCount() {
        long count = readLong();
        if (count < 0 || count > bytes.length - position) {
            throw problem("a count of " + count + " with " + (bytes.length - position) + " bytes left");
        }
        return (int) count;
    }

    /** Reads a text. */
    public String readText() {
        int length = readCount();
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }

    /** Reads a byte array. */
    public byte[] readBytes() {
        int length = readCount();
        byte[] content = Arrays.copyOfRange(bytes, position, position + length);
        position += length;
        return content;
    }

    /** Returns whether all bytes are read. */
    public boolean atEnd() {
        return position == bytes.length;
    }

    /** Rejects trailing bytes. */
    public void expectEnd() {
        if (!atEnd()) {
            throw problem((bytes.length - position) + " bytes after the end");
        }
    }

    /** Returns the exception to throw for an invalid value. */
    public StoredFormException problem(String problem) {
        return new StoredFormException("stored " + what + ", byte " + position + ": " + problem);
    }

    private void require(int more) {
        if (bytes.length - position < more) {
            throw problem("ends too soon");
        }
    }
}
