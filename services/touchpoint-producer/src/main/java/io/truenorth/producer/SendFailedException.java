package io.truenorth.producer;

/** Touchpoints could not be delivered. */
public final class SendFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure with its cause. */
    public SendFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
