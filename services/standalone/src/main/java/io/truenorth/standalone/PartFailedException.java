package io.truenorth.standalone;

/** A part of a standalone system failed to start; the message says why and what to do. */
public final class PartFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PartFailedException(String message) {
        super(message);
    }
}
