package io.truenorth.schemas.serde;

import java.io.EOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.apache.avro.InvalidNumberEncodingException;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Decodes Avro's binary encoding from a byte array. Reusable; allocates only the values it returns. Lengths and counts
 * are checked against the bytes left, so that corrupt input cannot cause a large allocation: a string has at most that
 * many bytes, an array or map at most that many items, as every item of the contract's records takes at least one byte.
 */
final class BodyDecoder extends Decoder {
    private static final VarHandle FLOATS =
            MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle DOUBLES =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[0];
    private int start;
    private int position;
    private int end;

    /** Starts at the first byte of a body. */
    void readFrom(byte[] source, int offset, int length) {
        bytes = source;
        start = offset;
        position = offset;
        end = offset + length;
    }

    /** Returns the number of bytes read so far. */
    int consumed() {
        return position - start;
    }

    @Override
    public int remainingBytes() {
        return end - position;
    }

    @Override
    public void readNull() {}

    @Override
    public boolean readBoolean() throws IOException {
        return bytes[skip(1)] == 1;
    }

    @Override
    public int readInt() throws IOException {
        long value = readLong();
        if ((int) value != value) {
            throw new InvalidNumberEncodingException("an int is out of range");
        }
        return (int) value;
    }

    @Override
    public long readLong() throws IOException {
        long zigzag = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes[skip(1)];
            zigzag |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return (zigzag >>> 1) ^ -(zigzag & 1);
            }
        }
        throw new InvalidNumberEncodingException("a number takes more than ten bytes");
    }

    @Override
    public float readFloat() throws IOException {
        return (float) FLOATS.get(bytes, skip(Float.BYTES));
    }

    @Override
    public double readDouble() throws IOException {
        return (double) DOUBLES.get(bytes, skip(Double.BYTES));
    }

    @Override
    public String readString() throws IOException {
        int length = length();
        return new String(bytes, skip(length), length, StandardCharsets.UTF_8);
    }

    @Override
    public Utf8 readString(@Nullable Utf8 old) throws IOException {
        int length = length();
        Utf8 text = old == null ? new Utf8() : old;
        text.setByteLength(length);
        System.arraycopy(bytes, skip(length), text.getBytes(), 0, length);
        return text;
    }

    @Override
    public ByteBuffer readBytes(@Nullable ByteBuffer old) throws IOException {
        byte[] copy = new byte[length()];
        readFixed(copy, 0, copy.length);
        return ByteBuffer.wrap(copy);
    }

    @Override
    public void readFixed(byte[] target, int offset, int length) throws IOException {
        System.arraycopy(bytes, skip(length), target, offset, length);
    }

    @Override
    public int readEnum() throws IOException {
        return readInt();
    }

    @Override
    public int readIndex() throws IOException {
        return readInt();
    }

    @Override
    public long readArrayStart() throws IOException {
        return itemsOfBlock();
    }

    @Override
    public long arrayNext() throws IOException {
        return itemsOfBlock();
    }

    @Override
    public long readMapStart() throws IOException {
        return itemsOfBlock();
    }

    @Override
    public long mapNext() throws IOException {
        return itemsOfBlock();
    }

    @Override
    public void skipString() throws IOException {
        skip(length());
    }

    @Override
    public void skipBytes() throws IOException {
        skip(length());
    }

    @Override
    public void skipFixed(int length) throws IOException {
        skip(length);
    }

    @Override
    public long skipArray() throws IOException {
        return itemsToSkipOneByOne();
    }

    @Override
    public long skipMap() throws IOException {
        return itemsToSkipOneByOne();
    }

    /**
     * Returns the number of items of the next block, 0 at the end; a negative count is followed by the block's length
     * in bytes.
     */
    private long itemsOfBlock() throws IOException {
        long count = readLong();
        if (count < 0) {
            length();
            count = -count;
        }
        return atMostWhatIsLeft(count, "items");
    }

    /** Skips blocks that state their length; the caller skips the items of a block that does not. */
    private long itemsToSkipOneByOne() throws IOException {
        long count = readLong();
        while (count < 0) {
            skip(length());
            count = readLong();
        }
        return atMostWhatIsLeft(count, "items");
    }

    private int length() throws IOException {
        return atMostWhatIsLeft(readLong(), "bytes");
    }

    private int atMostWhatIsLeft(long count, String what) throws IOException {
        if (count < 0 || count > remainingBytes()) {
            throw new EOFException(count + " " + what + " are declared, but " + remainingBytes() + " bytes are left");
        }
        return (int) count;
    }

    /** Advances by a number of bytes and returns the previous position. */
    private int skip(int length) throws IOException {
        int from = position;
        if (length > end - from) {
            throw new EOFException("the body ends within a value");
        }
        position = from + length;
        return from;
    }
}
