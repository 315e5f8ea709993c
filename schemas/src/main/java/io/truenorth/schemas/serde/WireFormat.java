package io.truenorth.schemas.serde;

import io.truenorth.schemas.serde.UnreadableRecordException.Reason;

/** Confluent's wire format: the byte 0, the id of the writer's schema in four bytes (big-endian), the Avro body. */
final class WireFormat {
    static final int HEADER_LENGTH = 5;

    private static final byte MAGIC = 0;

    private WireFormat() {}

    /**
     * Returns the id of the writer's schema.
     *
     * @throws UnreadableRecordException if the bytes are too few or do not begin with 0
     */
    static int schemaId(byte[] bytes, int offset, int length) {
        if (length < HEADER_LENGTH) {
            throw new UnreadableRecordException(
                    Reason.NOT_WIRE_FORMAT,
                    "not Avro wire format: " + length + " bytes, expected at least " + HEADER_LENGTH
                            + " (the byte 0 and a schema id of four bytes)");
        }
        if (bytes[offset] != MAGIC) {
            throw new UnreadableRecordException(
                    Reason.NOT_WIRE_FORMAT,
                    String.format("not Avro wire format: the first byte is 0x%02x, expected 0x00", bytes[offset]));
        }
        return (bytes[offset + 1] & 0xff) << 24
                | (bytes[offset + 2] & 0xff) << 16
                | (bytes[offset + 3] & 0xff) << 8
                | (bytes[offset + 4] & 0xff);
    }
}
