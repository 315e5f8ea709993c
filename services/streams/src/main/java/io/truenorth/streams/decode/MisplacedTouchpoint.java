package io.truenorth.streams.decode;

import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;

/**
 * What travels on the internal topic of re-keyed touchpoints under the key that the identity demands: the record as it
 * was received, with where that was. Its headers travel as headers, its time as the record's time.
 *
 * @param key the key as received
 * @param value the value as received
 * @param origin where it was received
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as received; nobody compares them
public record MisplacedTouchpoint(byte[] key, byte[] value, Origin origin) {
    private static final int VERSION = 1;

    /** The binary form. */
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

    /** Reads any version of the binary form. */
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
