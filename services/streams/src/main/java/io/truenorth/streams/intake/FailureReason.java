package io.truenorth.streams.intake;

import io.truenorth.schemas.serde.UnreadableRecordException;

/** Why a record could not be scored. The names are part of the contract: they stand in headers and metrics. */
public enum FailureReason {
    /** The record has no key. */
    NULL_KEY,
    /** The record has no value: a touchpoint cannot be deleted by a tombstone. */
    NULL_VALUE,
    /** The value is not in Confluent's wire format. */
    NOT_WIRE_FORMAT,
    /** The registry knows no schema of the value's id. */
    UNKNOWN_SCHEMA,
    /** The schema of the value's id is not one of Avro. */
    NOT_AVRO,
    /** The value is a record of another type. */
    WRONG_RECORD,
    /** The value's schema cannot be read with ours. */
    INCOMPATIBLE_SCHEMA,
    /** The value's body is not what its schema says. */
    BAD_BODY,
    /** Bytes follow the record. */
    TRAILING_BYTES,
    /** Nobody is named. */
    NO_IDENTITY,
    /** The strongest identity has no namespace, no value, or a colon in its namespace. */
    INVALID_IDENTITY,
    /** A text that must say something is empty, or is not Unicode. */
    INVALID_TEXT,
    /** A text is too long, or a map too large. */
    OVERSIZED,
    /** The event time is before 1970. */
    TIME_BEFORE_1970,
    /** The event time is further after the arrival than the allowed skew. */
    TIME_BEYOND_SKEW,
    /** The sentiment is not a number from -1 to 1. */
    INVALID_SENTIMENT,
    /** The money is beyond what one touch may carry. */
    INVALID_MONEY,
    /** The money is in a currency for which no rate is declared. */
    UNKNOWN_CURRENCY,
    /** The scoring model does not take this kind. */
    KIND_REFUSED,
    /** The customer's day has as many events as a day may have. */
    DAY_FULL,
    /** The customer's sums would leave the range of 64 bits. */
    SUM_OVERFLOW;

    static FailureReason of(UnreadableRecordException.Reason reason) {
        return switch (reason) {
            case NOT_WIRE_FORMAT -> NOT_WIRE_FORMAT;
            case UNKNOWN_SCHEMA -> UNKNOWN_SCHEMA;
            case NOT_AVRO -> NOT_AVRO;
            case WRONG_RECORD -> WRONG_RECORD;
            case INCOMPATIBLE_SCHEMA -> INCOMPATIBLE_SCHEMA;
            case BAD_BODY -> BAD_BODY;
            case TRAILING_BYTES -> TRAILING_BYTES;
        };
    }
}
