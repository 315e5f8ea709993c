package io.truenorth.streams.intake;

import io.truenorth.schemas.FailureReason;

/** A field that cannot be taken; caught in {@link TouchpointIntake}. Bad records are many, so it carries no stack. */
final class RefusedFieldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final FailureReason reason;
    private final String path;
    private final String explanation;

    RefusedFieldException(FailureReason reason, String path, String explanation) {
        super(reason + " at " + path + ": " + explanation, null, false, false);
        this.reason = reason;
        this.path = path;
        this.explanation = explanation;
    }

    Refusal from(String source) {
        return new Refusal(reason, path, explanation, source);
    }
}
