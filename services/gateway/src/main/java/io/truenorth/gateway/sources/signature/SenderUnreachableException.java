package io.truenorth.gateway.sources.signature;

import java.io.IOException;

/** A sender has to be asked something before its request can be verified, and does not answer; it should send it again. */
public final class SenderUnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SenderUnreachableException(String message) {
        super(message);
    }

    SenderUnreachableException(IOException cause) {
        super(cause.getMessage(), cause);
    }

    /** Who does not answer. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
