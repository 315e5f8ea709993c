package io.truenorth.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/** The schema that this version writes is not registered: the topics were not provisioned for this version. */
public final class SchemaNotRegisteredException extends SerializationException {
    private static final long serialVersionUID = 1L;

    SchemaNotRegisteredException(String message, Throwable cause) {
        super(message, cause);
    }
}
