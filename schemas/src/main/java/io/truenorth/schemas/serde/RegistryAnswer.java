package io.truenorth.schemas.serde;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.util.regex.Pattern;

/** Reads from the failures of Confluent's client what the registry said, if it said anything. */
final class RegistryAnswer {
    private static final int NOT_FOUND = 404;
    private static final int SUBJECT_NOT_FOUND = 40401;
    private static final int SCHEMA_NOT_FOUND = 40403;

    /**
     * The one trace that the client leaves of a schema it got but has no parser for, or cannot parse. Not where the schema
     * refers to others: then it may be that one of those could not be fetched.
     */
    private static final Pattern UNPARSEABLE =
            Pattern.compile("Invalid schema (type .*|.* with refs (null|\\[]) of type .*)", Pattern.DOTALL);

    private RegistryAnswer() {}

    /** True if a registry answered that there is no such schema; a bare 404 may come from anything on the way. */
    static boolean saysThereIsNone(RestClientException answer) {
        return answer.getStatus() == NOT_FOUND
                && (answer.getErrorCode() == SCHEMA_NOT_FOUND || answer.getErrorCode() == SUBJECT_NOT_FOUND);
    }

    /** True if the registry sent a schema that is none of Avro. */
    static boolean saysItCannotBeParsed(Exception failure) {
        Throwable root = failure.getCause() == null ? failure : failure.getCause();
        return root.getMessage() != null
                && UNPARSEABLE.matcher(root.getMessage()).matches();
    }

    static RegistryUnavailableException unavailable(String attempt, Exception failure) {
        return new RegistryUnavailableException(
                "the schema registry did not " + attempt + ": " + failure + "; try again", failure);
    }
}
