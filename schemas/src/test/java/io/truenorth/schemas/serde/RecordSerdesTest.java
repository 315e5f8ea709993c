package io.truenorth.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.AvroTopics;
import io.truenorth.schemas.SampleRecords;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.schemas.Topics;
import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordSerdesTest {
    private static final String TOPIC = Topics.TOUCHPOINTS.name();

    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final RecordSerdes serdes = new RecordSerdes(registry);

    static Stream<Arguments> recordsOfEachTopic() {
        return Stream.of(
                Arguments.of(Topics.TOUCHPOINTS, SampleRecords.touchpoint()),
                Arguments.of(Topics.LEDGER_IMPORTS, SampleRecords.ledgerPart()),
                Arguments.of(Topics.RELATIONSHIP_SCORES, SampleRecords.relationshipScore()),
                Arguments.of(Topics.STAGE_TRANSITIONS, SampleRecords.stageTransition()),
                Arguments.of(Topics.IDENTITY_REQUESTS, SampleRecords.identityRequest()),
                Arguments.of(Topics.PRIVACY_RECEIPTS, SampleRecords.privacyReceipt()),
                Arguments.of(Topics.ADVOCACY_DASHBOARD, SampleRecords.advocacySnapshot()),
                Arguments.of(Topics.DASHBOARD_HISTORY, SampleRecords.scopeMoment()),
                Arguments.of(Topics.SCORING_MODELS, SampleRecords.scoringModel()));
    }

    @ParameterizedTest
    @MethodSource("recordsOfEachTopic")
    <T extends SpecificRecordBase> void whatIsWrittenIsRead(Topic<String, T> topic, T record) throws Exception {
        provision(topic);
        Serde<T> values = serdes.value(topic);

        byte[] bytes = values.serializer().serialize(topic.name(), record);

        assertThat(values.deserializer().deserialize(topic.name(), bytes)).isEqualTo(record);
    }

    @Test
    void confluentsDeserializerReadsWhatWeWrite() throws Exception {
        provision(Topics.TOUCHPOINTS);
        byte[] bytes = touchpointBytes();

        try (KafkaAvroDeserializer confluent = new KafkaAvroDeserializer(
                registry, Map.of("schema.registry.url", "given-as-client", "specific.avro.reader", true))) {
            assertThat(confluent.deserialize(TOPIC, bytes)).isEqualTo(SampleRecords.touchpoint());
        }
    }

    @Test
    void everyRecordIsWrittenAsTheFirst() throws Exception {
        provision(Topics.TOUCHPOINTS);
        Serializer<Touchpoint> serializer = serdes.value(Topics.TOUCHPOINTS).serializer();

        byte[] first = serializer.serialize(TOPIC, SampleRecords.touchpoint());

        assertThat(serializer.serialize(TOPIC, SampleRecords.touchpoint())).isEqualTo(first);
        assertThat(serializer.serialize("elsewhere", SampleRecords.touchpoint()))
                .isEqualTo(first);
    }

    @Test
    void aDeletedKeyStaysNull() {
        Serde<Touchpoint> values = serdes.value(Topics.TOUCHPOINTS);

        assertThat(values.serializer().serialize(TOPIC, null)).isNull();
        assertThat(values.deserializer().deserialize(TOPIC, (byte[]) null)).isNull();
        assertThat(values.deserializer().deserialize(TOPIC, new RecordHeaders(), (ByteBuffer) null))
                .isNull();
    }

    @Test
    void aRecordIsReadFromThePartOfABufferThatHoldsIt() throws Exception {
        provision(Topics.TOUCHPOINTS);
        byte[] bytes = touchpointBytes();
        ByteBuffer part = ByteBuffer.allocate(bytes.length + 7).position(3).put(bytes);
        part.flip().position(3);
        ByteBuffer withoutArray =
                ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        Deserializer<Touchpoint> values = serdes.value(Topics.TOUCHPOINTS).deserializer();

        assertThat(values.deserialize(TOPIC, new RecordHeaders(), part)).isEqualTo(SampleRecords.touchpoint());
        assertThat(values.deserialize(TOPIC, new RecordHeaders(), withoutArray)).isEqualTo(SampleRecords.touchpoint());
    }

    @Test
    void onATopicOfStreamsOwnTheSubjectStaysThatOfTheTopicItWasMadeFor() throws Exception {
        provision(Topics.TOUCHPOINTS);
        Serde<Touchpoint> values = serdes.value(Topics.TOUCHPOINTS);

        byte[] bytes = values.serializer().serialize("app-rekeyed-repartition", SampleRecords.touchpoint());

        assertThat(bytes).isEqualTo(touchpointBytes());
    }

    @Test
    void aPrefixedTopicHasASubjectOfItsOwn() throws Exception {
        Topic<String, Touchpoint> touchpoints =
                TopicCatalogue.standard().withPrefix("eu-").topic(Topics.TOUCHPOINTS);
        registry.register("eu-touchpoints-value", new AvroSchema(AvroTopics.currentSchema(touchpoints)));
        Serde<Touchpoint> values = serdes.value(touchpoints);

        byte[] bytes = values.serializer().serialize(touchpoints.name(), SampleRecords.touchpoint());

        assertThat(values.deserializer().deserialize(touchpoints.name(), bytes)).isEqualTo(SampleRecords.touchpoint());
    }

    @Test
    void keysAreTextOrTheBytesAsReceived() {
        byte[] key = serdes.key(Topics.TOUCHPOINTS).serializer().serialize(TOPIC, "crm:c-1");

        assertThat(key).asString().isEqualTo("crm:c-1");
        assertThat(serdes.key(Topics.TOUCHPOINTS_FAILED).deserializer().deserialize("touchpoints-failed", key))
                .isSameAs(key);
    }

    @Test
    void writingRegistersNothing() {
        Serde<Touchpoint> values = serdes.value(Topics.TOUCHPOINTS);

        assertThatThrownBy(() -> values.serializer().serialize(TOPIC, SampleRecords.touchpoint()))
                .isInstanceOf(SchemaNotRegisteredException.class)
                .hasMessage("the schema of io.truenorth.contract.Touchpoint under touchpoints-value is not registered"
                        + " in the version that this build writes: provision the topics of this version first");
    }

    @Test
    void aMissingFieldIsNamedWhenWriting() throws Exception {
        provision(Topics.TOUCHPOINTS);
        Touchpoint withoutKind = SampleRecords.touchpoint();
        withoutKind.put("kind", null);

        Serializer<Touchpoint> serializer = serdes.value(Topics.TOUCHPOINTS).serializer();
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> serializer.serialize(TOPIC, withoutKind))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("cannot write the record as io.truenorth.contract.Touchpoint")
                    .hasMessageContaining("Touchpoint.kind");
            serializer.serialize(TOPIC, SampleRecords.touchpoint());
        }
    }

    @Test
    void aRegistryThatDoesNotAnswerAWriterIsWorthAnotherTry() {
        for (Exception silence :
                List.of(new ConnectException("refused"), new RestClientException("starting", 503, 50303))) {
            RecordSerdes cutOff = new RecordSerdes(new SilentRegistry(silence));

            assertThatThrownBy(() ->
                            cutOff.value(Topics.TOUCHPOINTS).serializer().serialize(TOPIC, SampleRecords.touchpoint()))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("failed to look up the schema of io.truenorth.contract.Touchpoint");
        }
    }

    @Test
    void oneDeserializerServesSeveralThreads() throws Exception {
        provision(Topics.TOUCHPOINTS);
        byte[] bytes = touchpointBytes();
        Deserializer<Touchpoint> shared = serdes.value(Topics.TOUCHPOINTS).deserializer();
        Callable<Boolean> readMany = () -> {
            for (int i = 0; i < 5_000; i++) {
                if (!shared.deserialize(TOPIC, bytes).equals(SampleRecords.touchpoint())) {
                    return false;
                }
            }
            return true;
        };

        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> done = threads.invokeAll(List.of(readMany, readMany, readMany, readMany));
            for (Future<Boolean> thread : done) {
                assertThat(thread.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void provision(Topic<?, ?> topic) throws Exception {
        registry.register(topic.valueSubject(), new AvroSchema(AvroTopics.currentSchema(topic)));
    }

    private byte[] touchpointBytes() {
        return serdes.value(Topics.TOUCHPOINTS).serializer().serialize(TOPIC, SampleRecords.touchpoint());
    }
}
