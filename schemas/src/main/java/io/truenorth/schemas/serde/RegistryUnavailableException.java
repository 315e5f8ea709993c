package io.truenorth.schemas.serde;

import org.apache.kafka.common.errors.RetriableException;

/** The schema registry did not respond or reported an error: the record may be valid, and a retry may succeed. */
public final class RegistryUnavailableException extends RetriableException {
    private static final long serialVersionUID = 1L;

    RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
