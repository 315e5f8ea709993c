package io.truenorth.streams.decode;

import io.truenorth.schemas.FailureReason;

/**
 * Thrown for an invalid field; caught in {@link TouchpointDecoder}. Without a stack trace, since invalid records may be
 * numerous.
 */
final class RejectedFieldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final FailureReason reason;
    private final String path;
    private final String explanation;

    RejectedFieldException(FailureReason reason, String path, String explanation) {
        super(reason + " at " + path + ": " + explanation, null, false, false);
        this.reason = reason;
        this.path = path;
        this.explanation = explanation;
    }

    RejectedRecord from(String source) {
        return new RejectedRecord(reason, path, explanation, source);
    }
}
