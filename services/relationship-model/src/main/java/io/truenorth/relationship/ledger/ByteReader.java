package io.truenorth.relationship.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the output of {@link ByteWriter}; throws {@link LedgerFormatException} for any other input. */
final class ByteReader {

    /** The last epoch day that can be read, about a million years from now. */
    static final long LAST_DAY = 365_250_000;

    private static final int DAYS_OF_A_MONTH = 31;

    private final byte[] bytes;
    private final int start;
    private final int end;
    private int position;

    ByteReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private ByteReader(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.position = start;
        this.end = end;
    }

    int readByte() {
        require(1);
        return bytes[position++] & 0xFF;
    }

    long readUnsigned() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = readByte();
            value |= (long) (next & 0x7F) << shift;
            if ((next & 0x80) == 0) {
                if ((next == 0 && shift > 0) || (shift == 63 && next > 1)) {
                    throw problem("expected a number in its shortest form");
                }
                return value;
            }
        }
        throw problem("expected a number of at most ten bytes");
    }

    long readSigned() {
        long value = readUnsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    /** Reads a signed number that fits an {@code int}. */
    int readInt() {
        long value = readSigned();
        if ((int) value != value) {
            throw problem("expected a number of 32 bits, was " + value);
        }
        return (int) value;
    }

    /**
     * Reads a count of elements of at least {@code bytesEach} bytes. A count that exceeds the remaining bytes is
     * rejected, so that corrupt input cannot cause a large allocation.
     */
    int readCount(int bytesEach) {
        long count = readUnsigned();
        if (count < 0 || count > (end - position) / bytesEach) {
            throw problem("expected a count that fits the " + (end - position) + " bytes left, was " + count);
        }
        return (int) count;
    }

    long readFixed() {
        require(8);
        long value = ByteBuffer.wrap(bytes, position, 8).getLong();
        position += 8;
        return value;
    }

    /** Reads an epoch day. */
    int readDay() {
        long day = readSigned();
        if (Math.abs(day) > LAST_DAY) {
            throw problem("expected a day within a million years, was " + day);
        }
        return (int) day;
    }

    /** Reads the number of a month, in months since January 1970. */
    int readMonth() {
        int number = readInt();
        if (Math.abs((long) number) > 12_000_000L) {
            throw problem("expected a month within a million years, was " + number);
        }
        return number;
    }

    /** Reads a day of the month that begins on an epoch day, as an epoch day. */
    int readDay(int firstDay) {
        int dayOfMonth = readByte();
        int day = firstDay + dayOfMonth;
        if (dayOfMonth >= DAYS_OF_A_MONTH || Days.monthOf(day) != Days.monthOf(firstDay)) {
            throw problem("expected a day of the month, was " + (dayOfMonth + 1));
        }
        return day;
    }

    String readText() {
        int length = readCount(1);
        String text =
                isAscii(length) ? new String(bytes, position, length, StandardCharsets.ISO_8859_1) : decodeUtf8(length);
        position += length;
        return text;
    }

    private boolean isAscii(int length) {
        for (int i = position; i < position + length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private String decodeUtf8(int length) {
        try {
            ByteBuffer utf8 = ByteBuffer.wrap(bytes, position, length);
            return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
        } catch (CharacterCodingException e) {
            throw problem("expected UTF-8");
        }
    }

    /** Returns the next byte without reading it. */
    int peekByte() {
        require(1);
        return bytes[position] & 0xFF;
    }

    /** Returns a copy of all that this reader was given. */
    byte[] content() {
        return Arrays.copyOfRange(bytes, start, end);
    }

    /** Returns a reader of the next length-prefixed part. */
    ByteReader readPart() {
        int length = readCount(1);
        ByteReader part = new ByteReader(bytes, position, position + length);
        position += length;
        return part;
    }

    void expectEnd() {
        if (position != end) {
            throw problem("expected the end, but " + (end - position) + " bytes follow");
        }
    }

    LedgerFormatException problem(String problem) {
        return new LedgerFormatException(position, problem);
    }

    private void require(int more) {
        if (end - position < more) {
            throw problem("expected " + more + " more bytes, but it ends");
        }
    }
}
