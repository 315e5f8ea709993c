package io.truenorth.service;

/** A component of a service could not start. */
public final class ServiceFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServiceFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
