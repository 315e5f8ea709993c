package io.truenorth.cli.gateway;

/** The gateway does not respond, or rejects the request. What it accepted before stays. */
public final class GatewayFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public GatewayFailedException(String message) {
        super(message);
    }
}
