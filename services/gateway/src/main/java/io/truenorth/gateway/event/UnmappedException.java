package io.truenorth.gateway.event;

import io.truenorth.schemas.FailureReason;

/** Something that was sent and that no rule covers, or that a rule cannot read; ends its translation. */
public final class UnmappedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String path;

    /**
     * The first thing that is wrong.
     *
     * @param path a JSON pointer into what was sent, or {@code header:NAME}; empty for the whole
     * @param message what was expected and what was found, without personal data
     */
    public UnmappedException(String path, String message) {
        super(message, null, false, false);
        this.path = path;
    }

    /** A JSON pointer, or {@code header:NAME}; empty for the whole. */
    public String path() {
        return path;
    }

    /** What was expected and what was found. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** The outcome of a translation that ends with this. */
    public TranslationOutcome.Failed outcome() {
        return new TranslationOutcome.Failed(FailureReason.UNMAPPED, path, getMessage());
    }
}
