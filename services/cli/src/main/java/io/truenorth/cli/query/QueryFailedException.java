package io.truenorth.cli.query;

/** A query failed; the message says why and what to do. */
public final class QueryFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    public QueryFailedException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The HTTP status, or 0 if there was no response. */
    public int status() {
        return status;
    }
}
