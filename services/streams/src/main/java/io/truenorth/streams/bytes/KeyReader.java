package io.truenorth.streams.bytes;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;

/** Reads the parts of a key written by {@link KeyWriter}. */
public final class KeyReader {
    private final byte[] bytes;
    private int position;

    /** Creates a reader at the first byte. */
    public KeyReader(Bytes key) {
        this.bytes = key.get();
    }

    /** Returns the kind of the key. */
    public char kind() {
        return (char) (bytes[position++] & 0xFF);
    }

    /** Reads a terminated text. */
    public String text() {
        ByteArrayOutputStream utf8 = new ByteArrayOutputStream(bytes.length - position);
        while (bytes[position] != 0 || bytes[position + 1] != 1) {
            utf8.write(bytes[position]);
            position += bytes[position] == 0 ? 2 : 1;
        }
        position += 2;
        return utf8.toString(StandardCharsets.UTF_8);
    }

    /** Reads a number. */
    public long number() {
        long ordered = ByteBuffer.wrap(bytes, position, Long.BYTES).getLong();
        position += Long.BYTES;
        return ordered ^ Long.MIN_VALUE;
    }

    /** Returns whether the key has no more parts. */
    public boolean atEnd() {
        return position == bytes.length;
    }
}
