package io.truenorth.streams.decode;

import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;

/**
 * The value of a record on the internal topic of re-keyed touchpoints: the original record and its origin. The record's
 * key is the strongest identity; headers and timestamp are those of the original.
 *
 * @param key the key as received
 * @param value the value as received
 * @param origin where it was received
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as received; never compared
public record MisplacedTouchpoint(byte[] key, byte[] value, Origin origin) {
    private static final int VERSION = 1;

    /** Returns the binary form. */
    public byte[] toBytes() {
        return new FieldWriter()
                .writeByte(VERSION)
                .writeText(origin.topic())
                .writeLong(origin.partition())
                .writeLong(origin.offset())
                .writeLong(origin.timestamp())
                .writeBytes(key)
                .writeBytes(value)
                .toBytes();
    }

    /** Reads any supported version of the binary form. */
    public static MisplacedTouchpoint fromBytes(byte[] bytes) {
        FieldReader in = new FieldReader("re-keyed touchpoint", bytes);
        int version = in.readByte();
        if (version != VERSION) {
            throw in.problem("expected version " + VERSION + ", was " + version);
        }
        Origin origin = new Origin(in.readText(), (int) in.readLong(), in.readLong(), in.readLong());
        MisplacedTouchpoint misplaced = new MisplacedTouchpoint(in.readBytes(), in.readBytes(), origin);
        in.expectEnd();
        return misplaced;
    }
}
