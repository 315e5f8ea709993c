package io.truenorth.deployment;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.service.kafka.Change;
import io.truenorth.service.kafka.SchemaProvisioner;
import io.truenorth.service.kafka.TopicProvisioner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** Makes the topics and schemas of a deployment exist as they must be; can be done as often as one likes. */
public final class Provisioning {
    private final DeploymentConfig deployment;

    /** Provisions a deployment. */
    public Provisioning(DeploymentConfig deployment) {
        this.deployment = deployment;
    }

    /** With a registry that is ours alone: compatibility is a setting of the whole of it. */
    public List<Change> ofOwnRegistry() throws IOException, RestClientException, InterruptedException {
        return provision(SchemaProvisioner::provisionOwnRegistry);
    }

    /** With a registry that others use too: compatibility is a setting of our subjects. */
    public List<Change> ofSharedRegistry() throws IOException, RestClientException, InterruptedException {
        return provision(SchemaProvisioner::provisionSubjects);
    }

    private List<Change> provision(Schemas schemas) throws IOException, RestClientException, InterruptedException {
        List<Change> changes = new ArrayList<>();
        try (Admin admin = Admin.create(deployment.kafka().client("truenorth-provision", Map.of()))) {
            changes.addAll(
                    new TopicProvisioner(admin, deployment.kafka().startTimeout()).provision(deployment.topics()));
        }
        try (SchemaRegistryClient registry = deployment.registry().serdes().registry()) {
            changes.addAll(schemas.provision(
                    new SchemaProvisioner(registry), deployment.topics().catalogue()));
        }
        return changes;
    }

    /** One of the two ways. */
    private interface Schemas {
        List<Change> provision(SchemaProvisioner provisioner, TopicCatalogue catalogue)
                throws IOException, RestClientException;
    }
}
