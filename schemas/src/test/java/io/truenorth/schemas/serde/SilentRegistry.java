package io.truenorth.schemas.serde;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;

/** A registry that fails every request. */
final class SilentRegistry extends MockSchemaRegistryClient {
    private final Exception failure;

    SilentRegistry(Exception failure) {
        this.failure = failure;
    }

    @Override
    public ParsedSchema getSchemaById(int id) throws IOException, RestClientException {
        throw fail();
    }

    @Override
    public int getId(String subject, ParsedSchema schema, boolean normalize) throws IOException, RestClientException {
        throw fail();
    }

    private RuntimeException fail() throws IOException, RestClientException {
        if (failure instanceof IOException noAnswer) {
            throw noAnswer;
        }
        throw (RestClientException) failure;
    }
}
