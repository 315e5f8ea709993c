package io.truenorth.confluent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.SimpleParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The repackaged client does its whole work: register, serialize, deserialize, evolve. */
class ConfluentClientTest {
    private static final String TOPIC = "visits";
    private static final String SUBJECT = "visits-value";

    private static final Schema V1 =
            SchemaBuilder.record("Visit").fields().requiredString("page").endRecord();
    private static final Schema V2 = SchemaBuilder.record("Visit")
            .fields()
            .requiredString("page")
            .name("seconds")
            .type()
            .longType()
            .longDefault(7)
            .endRecord();

    private final String scope = UUID.randomUUID().toString();
    private final SchemaRegistryClient registry =
            MockSchemaRegistry.getClientForScope(scope, List.of(new AvroSchemaProvider()));

    @AfterEach
    void dropScope() {
        MockSchemaRegistry.dropScope(scope);
    }

    @Test
    void writesConfluentsWireFormatAndReadsItBack() throws Exception {
        int id = registry.register(SUBJECT, new AvroSchema(V1));
        GenericRecord visit = new GenericRecordBuilder(V1).set("page", "/start").build();

        byte[] bytes = serializer().serialize(TOPIC, visit);

        assertThat(bytes[0]).isZero();
        assertThat(ByteBuffer.wrap(bytes, 1, 4).getInt()).isEqualTo(id);
        assertThat(deserializer().deserialize(TOPIC, bytes)).hasToString(visit.toString());
    }

    @Test
    void aReaderWithANewerSchemaFillsInTheDefault() throws Exception {
        registry.register(SUBJECT, new AvroSchema(V1));
        byte[] old = serializer()
                .serialize(
                        TOPIC,
                        new GenericRecordBuilder(V1).set("page", "/start").build());

        Object read = deserializer().deserialize(TOPIC, old, V2);

        assertThat(read).isInstanceOfSatisfying(GenericRecord.class, visit -> {
            assertThat(visit.get("page")).hasToString("/start");
            assertThat(visit.get("seconds")).isEqualTo(7L);
        });
    }

    @Test
    void aSchemaThatIsNotRegisteredIsRefusedByTheWriter() {
        assertThatThrownBy(() -> serializer()
                        .serialize(
                                TOPIC,
                                new GenericRecordBuilder(V1)
                                        .set("page", "/start")
                                        .build()))
                .isInstanceOf(SerializationException.class)
                .hasRootCauseInstanceOf(RestClientException.class);
    }

    @Test
    void theCheckerSaysWhyAChangeIsIncompatible() {
        Schema withoutDefault = SchemaBuilder.record("Visit")
                .fields()
                .requiredString("page")
                .requiredLong("seconds")
                .endRecord();

        List<String> reasons = new AvroSchema(withoutDefault)
                .isCompatible(
                        CompatibilityLevel.FULL_TRANSITIVE, List.of(new SimpleParsedSchemaHolder(new AvroSchema(V1))));

        assertThat(reasons).anyMatch(reason -> reason.contains("READER_FIELD_MISSING_DEFAULT_VALUE"));
    }

    private KafkaAvroSerializer serializer() {
        return new KafkaAvroSerializer(registry, config());
    }

    private KafkaAvroDeserializer deserializer() {
        return new KafkaAvroDeserializer(registry, config());
    }

    private Map<String, ?> config() {
        return Map.of("schema.registry.url", "mock://" + scope, "auto.register.schemas", false);
    }
}
