package io.truenorth.schemas.serde;

import org.apache.kafka.common.errors.RetriableException;

/** The schema registry did not answer, or would not: the record is not at fault, another try may succeed. */
public final class RegistryUnavailableException extends RetriableException {
    private static final long serialVersionUID = 1L;

    RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
