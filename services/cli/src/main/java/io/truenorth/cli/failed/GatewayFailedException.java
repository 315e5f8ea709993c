package io.truenorth.cli.failed;

/** The gateway does not respond, or rejects the token. Earlier replays are recorded. */
public final class GatewayFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public GatewayFailedException(String message) {
        super(message);
    }
}
