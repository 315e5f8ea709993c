package io.truenorth.service.kafka;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.truenorth.schemas.ReleasedSchemas;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.schemas.Topics;
import io.truenorth.service.kafka.Change.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * Registers the released schemas of a deployment's topics, oldest first, and sets FULL_TRANSITIVE compatibility.
 * Idempotent.
 */
public final class SchemaProvisioner {

    private static final String COMPATIBILITY = "FULL_TRANSITIVE";
    private static final String GLOBAL = "(registry)";

    private final SchemaRegistryClient registry;

    /** Provisions a registry. */
    public SchemaProvisioner(SchemaRegistryClient registry) {
        this.registry = registry;
    }

    /**
     * Sets the global compatibility, for a registry used by this deployment only, and registers the schemas.
     *
     * @return the changes: the registry first, then each subject once
     * @throws IOException if the registry does not respond
     * @throws RestClientException if it rejects a request, such as an incompatible schema
     */
    public List<Change> provisionOwnRegistry(TopicCatalogue catalogue) throws IOException, RestClientException {
        List<Change> changes = new ArrayList<>();
        String was = registry.getCompatibility(null);
        if (was.equals(COMPATIBILITY)) {
            changes.add(Change.unchanged(GLOBAL));
        } else {
            registry.updateCompatibility(null, COMPATIBILITY);
            changes.add(new Change(GLOBAL, Outcome.ALTERED, List.of("compatibility " + was + " → " + COMPATIBILITY)));
        }
        for (Topic<?, ?> topic : Topics.all()) {
            registerAll(topic, catalogue.topic(topic).valueSubject(), changes);
        }
        return changes;
    }

    /**
     * Registers the schemas and sets the compatibility of their subjects only, for a shared registry.
     *
     * @return the changes, each subject once
     * @throws IOException if the registry does not respond
     * @throws RestClientException if it rejects a request
     */
    public List<Change> provisionSubjects(TopicCatalogue catalogue) throws IOException, RestClientException {
        List<Change> changes = new ArrayList<>();
        for (Topic<?, ?> topic : Topics.all()) {
            String subject = catalogue.topic(topic).valueSubject();
            registerAll(topic, subject, changes);
            if (!ReleasedSchemas.of(topic).isEmpty()) {
                // Set after the first schema: some registries know no subject before it has one.
                registry.updateCompatibility(subject, COMPATIBILITY);
            }
        }
        return changes;
    }

    private void registerAll(Topic<?, ?> topic, String subject, List<Change> changes)
            throws IOException, RestClientException {
        List<Schema> released = ReleasedSchemas.of(topic);
        if (released.isEmpty()) {
            return;
        }
        int known = versions(subject);
        for (Schema schema : released) {
            registry.register(subject, new AvroSchema(schema));
        }
        int now = versions(subject);
        if (now == known) {
            changes.add(Change.unchanged(subject));
        } else {
            Outcome outcome = known == 0 ? Outcome.CREATED : Outcome.ALTERED;
            changes.add(new Change(subject, outcome, List.of("schema versions registered: " + (now - known))));
        }
    }

    /** The number of versions of a subject; checks the list of subjects first, as asking for a missing one is an error. */
    private int versions(String subject) throws IOException, RestClientException {
        return registry.getAllSubjects().contains(subject)
                ? registry.getAllVersions(subject).size()
                : 0;
    }
}
