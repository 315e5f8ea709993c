package io.truenorth.standalone;

/** A part of a local system failed while it started; the message says why and what to do. */
public final class PartFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PartFailedException(String message) {
        super(message);
    }
}
