package io.truenorth.query;

/** A query got no answer, or not the one that was asked for. */
public final class QueryFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int NO_ANSWER = 0;
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    private final int status;
    private final String detail;

    private QueryFailedException(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
        this.detail = "";
    }

    private QueryFailedException(int status, String message, String detail) {
        super(message);
        this.status = status;
        this.detail = detail;
    }

    /**
     * An answer that is not the one asked for.
     *
     * @param origin of the service
     * @param detail of its problem
     */
    static QueryFailedException answered(int status, String origin, String detail) {
        String answer =
                status == UNAUTHORIZED ? " requires a token (" + detail + ")" : " answers " + status + ": " + detail;
        return new QueryFailedException(status, origin + answer, detail);
    }

    static QueryFailedException noAnswer(String message, Throwable cause) {
        return new QueryFailedException(NO_ANSWER, message, cause);
    }

    static QueryFailedException unreadable(int status, String message, Throwable cause) {
        return new QueryFailedException(status, message, cause);
    }

    /** The HTTP status of the answer; 200 if it could not be read, 0 if there was none. */
    public int status() {
        return status;
    }

    /** What the service says of it; empty if it says nothing. */
    public String detail() {
        return detail;
    }

    /** Whether the service rejected the query itself, as one of an invalid parameter. */
    public boolean isBadRequest() {
        return status == BAD_REQUEST;
    }

    /** Whether the same query may be answered later: the service is away, or answers about itself and not about the query. */
    public boolean isTransient() {
        return status != BAD_REQUEST && status != OK;
    }
}
