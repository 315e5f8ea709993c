package io.truenorth.gateway.json;

/** A text that is no JSON, or JSON of a shape that nobody needs; says what and where. */
public final class InvalidJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidJsonException(String message) {
        super(message, null, false, false);
    }

    /** What is wrong, and in which line and column. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
