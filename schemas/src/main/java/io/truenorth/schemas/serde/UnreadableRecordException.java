package io.truenorth.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** These bytes are not the record that was expected, and will not be on another try. */
public final class UnreadableRecordException extends SerializationException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with the bytes. */
    public enum Reason {
        /** Too short, or the first byte is not 0. */
        NOT_WIRE_FORMAT,
        /** The registry knows no schema of that id. */
        UNKNOWN_SCHEMA,
        /** The schema of that id is not one of Avro that can be parsed. */
        NOT_AVRO,
        /** The schema of that id is one of another record. */
        WRONG_RECORD,
        /** The schema of that id is one of this record, but cannot be read with ours. */
        INCOMPATIBLE_SCHEMA,
        /** The body is not what the schema of that id says. */
        BAD_BODY,
        /** Bytes are left over behind the record. */
        TRAILING_BYTES
    }

    private final Reason reason;

    UnreadableRecordException(Reason reason, String message) {
        this(reason, message, null);
    }

    UnreadableRecordException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What is wrong with the bytes. */
    public Reason reason() {
        return reason;
    }
}
