package io.truenorth.dashboard.upstream;

/** Another service does not answer, or not as it should. */
public final class UpstreamAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UpstreamAwayException(String message) {
        super(message);
    }

    UpstreamAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
