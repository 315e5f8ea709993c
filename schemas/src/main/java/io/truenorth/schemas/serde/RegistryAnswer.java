package io.truenorth.schemas.serde;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.util.regex.Pattern;

/** Classifies failures of Confluent's client by the registry's response. */
final class RegistryAnswer {
    private static final int NOT_FOUND = 404;
    private static final int SUBJECT_NOT_FOUND = 40401;
    private static final int SCHEMA_NOT_FOUND = 40403;

    /**
     * The client reports a schema without a parser, or one that cannot be parsed, only by this message. Schemas with
     * references are excluded, since a reference may merely have failed to load.
     */
    private static final Pattern UNPARSEABLE =
            Pattern.compile("Invalid schema (type .*|.* with refs (null|\\[]) of type .*)", Pattern.DOTALL);

    private RegistryAnswer() {}

    /** Returns whether the registry responded that the schema does not exist; a bare 404 may come from a proxy. */
    static boolean saysThereIsNone(RestClientException answer) {
        return answer.getStatus() == NOT_FOUND
                && (answer.getErrorCode() == SCHEMA_NOT_FOUND || answer.getErrorCode() == SUBJECT_NOT_FOUND);
    }

    /** Returns whether the registry sent a schema that is not valid Avro. */
    static boolean saysItCannotBeParsed(Exception failure) {
        Throwable root = failure.getCause() == null ? failure : failure.getCause();
        return root.getMessage() != null
                && UNPARSEABLE.matcher(root.getMessage()).matches();
    }

    static RegistryUnavailableException unavailable(String attempt, Exception failure) {
        return new RegistryUnavailableException(
                "the schema registry failed to " + attempt + ": " + failure + "; try again", failure);
    }
}
