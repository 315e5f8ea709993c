package io.truenorth.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.truenorth.contract.Direction;
import io.truenorth.contract.Identity;
import io.truenorth.contract.Stage;
import io.truenorth.contract.StageTransition;
import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.SampleRecords;
import io.truenorth.schemas.Topics;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.junit.jupiter.api.Test;

/** Reads valid bytes, written by this version and by others. */
class RecordReaderTest {
    private static final Schema TOUCHPOINT = Touchpoint.getClassSchema();

    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final RecordReader<Touchpoint> reader = new RecordSerdes(registry).reader(Topics.TOUCHPOINTS);

    @Test
    void readsWhatAnOlderBuildWroteAndFillsInTheDefaults() throws Exception {
        Schema older = WrittenElsewhere.without(TOUCHPOINT, "source", "retracts", "context", "attributes");
        byte[] bytes = WrittenElsewhere.write(registry, older, SampleRecords.touchpoint(), Map.of());

        Touchpoint read = reader.read(bytes);

        assertThat(read)
                .isEqualTo(Touchpoint.newBuilder(SampleRecords.touchpoint())
                        .clearSource()
                        .clearRetracts()
                        .clearContext()
                        .clearAttributes()
                        .build());
    }

    @Test
    void readsWhatANewerBuildWroteAndLeavesOutWhatItDoesNotKnow() throws Exception {
        Schema newer = WrittenElsewhere.with(
                TOUCHPOINT, "weather", Schema.createArray(Schema.create(Schema.Type.STRING)), List.of());
        byte[] bytes = WrittenElsewhere.write(
                registry, newer, SampleRecords.touchpoint(), Map.of("weather", List.of("rain", "wind")));

        assertThat(reader.read(bytes)).isEqualTo(SampleRecords.touchpoint());
    }

    @Test
    void readsBuildsInTurn() throws Exception {
        byte[] current = WrittenElsewhere.write(registry, TOUCHPOINT, SampleRecords.touchpoint(), Map.of());
        byte[] older = WrittenElsewhere.write(
                registry, WrittenElsewhere.without(TOUCHPOINT, "source"), SampleRecords.touchpoint(), Map.of());

        for (int turn = 0; turn < 3; turn++) {
            assertThat(reader.read(current).getSource()).isEqualTo("till-4");
            assertThat(reader.read(older).getSource()).isEmpty();
        }
    }

    @Test
    void aSymbolNewerThanTheReaderIsReadAsTheDefault() throws Exception {
        Schema stage = Schema.createEnum(
                "Stage",
                "",
                "io.truenorth.contract",
                List.of("UNKNOWN", "AWARE", "ENGAGED", "COMMITTED", "LOYAL", "ADVOCATE", "AMBASSADOR"),
                "UNKNOWN");
        Schema newer = WrittenElsewhere.with(
                WrittenElsewhere.without(StageTransition.getClassSchema(), "to", "from"), "to", stage, null);
        newer = WrittenElsewhere.with(newer, "from", stage, null);
        byte[] bytes = WrittenElsewhere.write(
                registry,
                newer,
                SampleRecords.stageTransition(),
                Map.of("from", symbol(stage, "LOYAL"), "to", symbol(stage, "AMBASSADOR")));

        StageTransition read =
                new RecordSerdes(registry).reader(Topics.STAGE_TRANSITIONS).read(bytes);

        assertThat(read.getFrom()).isEqualTo(Stage.LOYAL);
        assertThat(read.getTo()).isEqualTo(Stage.UNKNOWN);
    }

    @Test
    void readsIntoTheRecordThatItIsGiven() throws Exception {
        Touchpoint plain = Touchpoint.newBuilder()
                .setEventId("e-2")
                .setIdentities(List.of(new Identity("cookie", "k")))
                .setOccurredAt(1)
                .setReceivedAt(2)
                .setChannel("web")
                .setKind("page_viewed")
                .setDirection(Direction.OUT)
                .build();
        byte[] full = WrittenElsewhere.write(registry, TOUCHPOINT, SampleRecords.touchpoint(), Map.of());
        byte[] bare = WrittenElsewhere.write(registry, TOUCHPOINT, plain, Map.of());
        Touchpoint reused = reader.read(full);
        Map<String, String> itsAttributes = reused.getAttributes();

        assertThat(reader.read(bare, reused)).isSameAs(reused).isEqualTo(plain);
        assertThat(reader.read(full, reused)).isSameAs(reused).isEqualTo(SampleRecords.touchpoint());
        assertThat(reused.getAttributes()).isSameAs(itsAttributes);
    }

    @Test
    void fetchesASchemaOnce() throws Exception {
        byte[] bytes = WrittenElsewhere.write(registry, TOUCHPOINT, SampleRecords.touchpoint(), Map.of());
        CountingRegistry counting = new CountingRegistry(registry);
        RecordReader<Touchpoint> counted = new RecordSerdes(counting).reader(Topics.TOUCHPOINTS);

        for (int i = 0; i < 10; i++) {
            counted.read(bytes);
        }

        assertThat(counting.lookups()).isEqualTo(1);
    }

    private static GenericData.EnumSymbol symbol(Schema stage, String name) {
        return new GenericData.EnumSymbol(stage, name);
    }
}
