package io.truenorth.streams.decode;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.truenorth.contract.Consent;
import io.truenorth.contract.Reference;
import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordReader;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.schemas.serde.UnreadableRecordException;
import io.truenorth.streams.topology.RandomTouchpoints;
import io.truenorth.streams.topology.TouchpointBuilder;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Touchpoints are read directly as they are with Avro's resolution of schemas, valid or not. */
class TouchpointFieldsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final RecordSerdes serdes = new RecordSerdes(registry);
    private final Serializer<Touchpoint> writer =
            serdes.value(Topics.TOUCHPOINTS).serializer();
    private final RecordReader<Touchpoint> direct = serdes.reader(Topics.TOUCHPOINTS, new TouchpointFields());
    private final RecordReader<Touchpoint> resolving = serdes.reader(Topics.TOUCHPOINTS);
    private final Touchpoint reused = new Touchpoint();

    @BeforeEach
    void registerTheSchema() throws IOException, RestClientException {
        registry.register("touchpoints-value", new AvroSchema(Touchpoint.getClassSchema()));
    }

    private void assertReadAlike(byte[] bytes) {
        Object expected = outcome(resolving, bytes, new Touchpoint());
        assertThat(outcome(direct, bytes, reused)).isEqualTo(expected);
    }

    private static Object outcome(RecordReader<Touchpoint> reader, byte[] bytes, Touchpoint into) {
        try {
            return reader.read(bytes, into);
        } catch (UnreadableRecordException e) {
            return e.reason() + ": " + e.getMessage();
        }
    }

    private byte[] written(Touchpoint touchpoint) {
        return writer.serialize(Topics.TOUCHPOINTS.name(), touchpoint);
    }

    private static TouchpointBuilder consenting(TouchpointBuilder touchpoint, Random random) {
        List<Boolean> said = Arrays.asList(null, true, false);
        return touchpoint.consenting(said.get(random.nextInt(3)), said.get(random.nextInt(3)));
    }

    @Test
    void randomTouchpointsAreReadAlike() {
        RandomTouchpoints touchpoints = new RandomTouchpoints(7, 100);
        for (int i = 0; i < 2_000; i++) {
            assertReadAlike(written(touchpoints.before(NOON).build()));
        }
    }

    @Test
    void eachFieldIsReadAlike() {
        Touchpoint full = aTouchpoint("email_clicked")
                .by("c-1")
                .on("café-☕")
                .about("filter")
                .saying(-0.5)
                .worth(1999)
                .with("region", "north")
                .build();
        full.setRetracts("e-0");
        full.setRevision(7);
        full.setContext(Map.of("message", "m-1", "page", ""));
        assertReadAlike(written(full));

        full.setReferences(List.of(new Reference("order", "o-1")));
        assertReadAlike(written(full));

        full.setReferences(List.of());
        full.setConsent(new Consent(true, null));
        assertReadAlike(written(full));
        assertReadAlike(written(aTouchpoint("purchase").build()));
    }

    @Test
    void corruptTouchpointsAreDescribedAlike() {
        Random random = new Random(11);
        RandomTouchpoints touchpoints = new RandomTouchpoints(3, 100);
        for (int i = 0; i < 20_000; i++) {
            TouchpointBuilder touchpoint = touchpoints.before(NOON);
            byte[] bytes = written((random.nextBoolean() ? touchpoint : consenting(touchpoint, random)).build());
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                bytes[5 + random.nextInt(bytes.length - 5)] ^= (byte) (1 << random.nextInt(8));
            }
            assertReadAlike(random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
        }
    }
}
