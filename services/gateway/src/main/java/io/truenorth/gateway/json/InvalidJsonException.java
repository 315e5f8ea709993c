package io.truenorth.gateway.json;

/** A text is not JSON, or not of the expected structure. */
public final class InvalidJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidJsonException(String message) {
        super(message, null, false, false);
    }

    /** What is wrong, with line and column. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
