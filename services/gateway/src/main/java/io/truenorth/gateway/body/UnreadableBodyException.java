package io.truenorth.gateway.body;

/** A body that is not what its content type says, or exceeds a limit. */
public final class UnreadableBodyException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message what was expected and what was found, without personal data */
    public UnreadableBodyException(String message) {
        super(message, null, false, false);
    }

    /** What was expected and what was found. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
