package io.truenorth.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.schemas.Topics;
import io.truenorth.service.kafka.Change.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaProvisionerTest {

    private static final TopicCatalogue EU = TopicCatalogue.standard().withPrefix("eu-");

    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final SchemaProvisioner provisioner = new SchemaProvisioner(registry);

    @Test
    void registersEverySchemaUnderItsSubject() throws Exception {
        List<Change> changes = provisioner.provisionSubjects(EU);

        assertThat(changes).extracting(Change::outcome).containsOnly(Outcome.CREATED);
        assertThat(registry.getAllSubjects())
                .containsExactlyInAnyOrder(
                        "eu-touchpoints-value",
                        "eu-ledger-imports-value",
                        "eu-relationship-scores-value",
                        "eu-stage-transitions-value",
                        "eu-identity-events-value",
                        "eu-identity-requests-value",
                        "eu-privacy-receipts-value",
                        "eu-advocacy-dashboard-value",
                        "eu-dashboard-history-value",
                        "eu-scoring-models-value");
        assertThat(registry.getCompatibility("eu-touchpoints-value")).isEqualTo("FULL_TRANSITIVE");
        assertThat(changes).first().hasToString("created eu-touchpoints-value: schema versions registered: 3");
    }

    @Test
    void aSecondRunChangesNothing() throws Exception {
        provisioner.provisionSubjects(EU);

        assertThat(provisioner.provisionSubjects(EU))
                .hasSize(10)
                .extracting(Change::outcome)
                .containsOnly(Outcome.UNCHANGED);
    }

    @Test
    void aRegistryOfOurOwnIsSetAsAWhole() throws Exception {
        TopicCatalogue catalogue = TopicCatalogue.standard();

        List<Change> first = provisioner.provisionOwnRegistry(catalogue);
        List<Change> second = provisioner.provisionOwnRegistry(catalogue);

        assertThat(registry.getCompatibility(null)).isEqualTo("FULL_TRANSITIVE");
        assertThat(first).first().extracting(Change::outcome).isEqualTo(Outcome.ALTERED);
        assertThat(second).extracting(Change::outcome).containsOnly(Outcome.UNCHANGED);
        assertThat(registry.getAllSubjects()).contains(Topics.TOUCHPOINTS.valueSubject());
    }
}
