package io.truenorth.service;

/** A process may have less memory or fewer files than it needs; the message says how to give it more. */
public final class TooFewResourcesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooFewResourcesException(String message) {
        super(message);
    }
}
