package io.truenorth.service;

/** A process may have less memory or fewer files than it needs; the message says how to give it more. */
public final class InsufficientResourcesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InsufficientResourcesException(String message) {
        super(message);
    }
}
