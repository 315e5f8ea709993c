package io.truenorth.cli.failed;

/** The gateway does not answer, or does not take replays from us; what was replayed before is written down. */
public final class GatewayFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public GatewayFailedException(String message) {
        super(message);
    }
}
