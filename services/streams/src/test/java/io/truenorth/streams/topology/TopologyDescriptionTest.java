package io.truenorth.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.streams.customer.ProcessingTimes;
import io.truenorth.streams.decode.RegistryRetry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

/** The names of operators, stores and topics are part of a deployment: its state is found by them. */
class TopologyDescriptionTest {
    private static final Path CHECKED_IN = Path.of("src/test/resources/topology.txt");

    private final Topology topology = StreamsTopology.of(
            Plans.standard(),
            new RecordSerdes(new MockSchemaRegistryClient()),
            new RegistryRetry(Duration.ofSeconds(1)),
            new ProcessingTimes(lag -> {}, lag -> {}),
            topic -> Map.of(),
            TopologyBench.config(Path.of("unused")));

    /** Kafka Streams spreads tasks over threads by their number: of two kinds, one thread gets all of one kind. */
    @Test
    void allTasksDoTheSameWork() {
        assertThat(topology.describe().subtopologies()).hasSize(1);
    }

    @Test
    void theTopologyIsTheOneThatIsCheckedIn() throws IOException {
        assertThat(topology.describe().toString())
                .as(
                        "if the change is intended, copy the new description to %s, and consider the state of existing deployments",
                        CHECKED_IN)
                .isEqualTo(Files.readString(CHECKED_IN));
    }
}
