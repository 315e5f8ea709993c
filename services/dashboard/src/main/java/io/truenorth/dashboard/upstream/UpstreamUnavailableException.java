package io.truenorth.dashboard.upstream;

/** Another service does not answer, or not as it should. */
public final class UpstreamUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UpstreamUnavailableException(String message) {
        super(message);
    }

    UpstreamUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
