package io.truenorth.standalone;

/** The directory of a standalone system cannot be used; the message says why and what to do. Nothing was changed. */
public final class UnusableDirectoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a message for the user. */
    public UnusableDirectoryException(String message) {
        super(message);
    }
}
