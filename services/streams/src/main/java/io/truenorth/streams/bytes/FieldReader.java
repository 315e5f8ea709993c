package io.truenorth.streams.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link FieldWriter} wrote, field by field; whatever else it meets is a {@link StoredFormException}. */
public final class FieldReader {
    private static final int LONGEST_NUMBER = 64;

    private final String what;
    private final byte[] bytes;
    private int position;

    /**
     * A reader at the first byte.
     *
     * @param what the value's name, for messages
     */
    public FieldReader(String what, byte[] bytes) {
        this.what = what;
        this.bytes = bytes;
    }

    /** One byte, 0 to 255. */
    public int readByte() {
        require(1);
        return bytes[position++] & 0xFF;
    }

    /** A number. */
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

    /** A count or length: of things that take a byte or more each, so that a broken one cannot ask for memory. */
    public int readCount() {
        long count = readLong();
        if (count < 0 || count > bytes.length - position) {
            throw problem("a count of " + count + " where " + (bytes.length - position) + " bytes are left");
        }
        return (int) count;
    }

    /** A text. */
    public String readText() {
        int length = readCount();
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }

    /** Bytes. */
    public byte[] readBytes() {
        int length = readCount();
        byte[] content = Arrays.copyOfRange(bytes, position, position + length);
        position += length;
        return content;
    }

    /** Whether all is read. */
    public boolean atEnd() {
        return position == bytes.length;
    }

    /** Rejects bytes that are left over. */
    public void expectEnd() {
        if (!atEnd()) {
            throw problem((bytes.length - position) + " bytes behind the end");
        }
    }

    /** What to throw for a value that cannot be right. */
    public StoredFormException problem(String problem) {
        return new StoredFormException("stored " + what + ", byte " + position + ": " + problem);
    }

    private void require(int more) {
        if (bytes.length - position < more) {
            throw problem("ends too soon");
        }
    }
}
