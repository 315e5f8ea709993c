package io.truenorth.cli.privacy;

/** A request was accepted, and its receipt has not come yet. */
public final class ReceiptMissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ReceiptMissingException(String message) {
        super(message);
    }
}
