package io.truenorth.schemas.serde;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;

/** Counts how often schemas are requested from another registry. */
final class CountingRegistry extends MockSchemaRegistryClient {
    private final MockSchemaRegistryClient asked;
    private int lookups;

    CountingRegistry(MockSchemaRegistryClient asked) {
        this.asked = asked;
    }

    @Override
    public ParsedSchema getSchemaById(int id) throws IOException, RestClientException {
        lookups++;
        return asked.getSchemaById(id);
    }

    int lookups() {
        return lookups;
    }
}
