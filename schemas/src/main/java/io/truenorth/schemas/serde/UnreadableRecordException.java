package io.truenorth.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** The bytes are not a valid record of the expected type; a retry cannot succeed. */
public final class UnreadableRecordException extends SerializationException {
    private static final long serialVersionUID = 1L;

    /** The cause. */
    public enum Reason {
        /** Too short, or the first byte is not 0. */
        NOT_WIRE_FORMAT,
        /** The registry has no schema with that id. */
        UNKNOWN_SCHEMA,
        /** The schema with that id is not a valid Avro schema. */
        NOT_AVRO,
        /** The schema with that id is of another record. */
        WRONG_RECORD,
        /** The schema with that id is of this record, but incompatible with the reader's schema. */
        INCOMPATIBLE_SCHEMA,
        /** The body does not match the schema with that id. */
        BAD_BODY,
        /** Bytes follow the record. */
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

    /** Returns the cause. */
    public Reason reason() {
        return reason;
    }
}
