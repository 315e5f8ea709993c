package io.truenorth.cli.query;

/** The queries of a deployment did not give an answer; the message says why and what to do. */
public final class QueryFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    public QueryFailedException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The HTTP status that was answered, or 0 where nobody answered. */
    public int status() {
        return status;
    }
}
