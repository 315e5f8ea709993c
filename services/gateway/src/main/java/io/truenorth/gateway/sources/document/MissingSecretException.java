package io.truenorth.gateway.sources.document;

/** A secret that is not where a document says it is. */
public final class MissingSecretException extends Exception {

    private static final long serialVersionUID = 1L;

    MissingSecretException(String message) {
        super(message);
    }
}
