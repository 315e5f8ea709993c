package io.truenorth.streams.decode;

import io.truenorth.schemas.FailedTouchpoint;
import io.truenorth.schemas.FailureReason;

/**
 * Why a record is not scored.
 *
 * @param reason the reason
 * @param path the field, such as {@code identities[0].value}; empty for the record as a whole
 * @param message what was found and what was expected, without personal data
 * @param source the producer; empty if unknown
 */
public record RejectedRecord(FailureReason reason, String path, String message, String source) implements DecodeResult {

    static RejectedRecord ofRecord(FailureReason reason, String message) {
        return new RejectedRecord(reason, "", message, "");
    }

    /** Returns the headers of the rejected record. */
    public FailedTouchpoint of(Origin origin) {
        return new FailedTouchpoint(
                reason.name(),
                path,
                message,
                source,
                origin.topic(),
                origin.partition(),
                origin.offset(),
                origin.timestamp());
    }
}
