package io.truenorth.standalone;

/** The directory of a local system cannot be used as it is; the message says why and what to do. Nothing was touched. */
public final class UnusableDirectoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A directory that cannot be used. */
    public UnusableDirectoryException(String message) {
        super(message);
    }
}
