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

/** Creates and corrects the topics and schemas of a deployment. Idempotent. */
public final class Provisioning {
    private final DeploymentConfig deployment;

    /** Provisions a deployment. */
    public Provisioning(DeploymentConfig deployment) {
        this.deployment = deployment;
    }

    /** For a registry used by this deployment only: sets the global compatibility. */
    public List<Change> ofOwnRegistry() throws IOException, RestClientException, InterruptedException {
        return provision(SchemaProvisioner::provisionOwnRegistry);
    }

    /** For a shared registry: sets the compatibility of this deployment's subjects. */
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

    /** How schemas are provisioned. */
    private interface Schemas {
        List<Change> provision(SchemaProvisioner provisioner, TopicCatalogue catalogue)
                throws IOException, RestClientException;
    }
}
