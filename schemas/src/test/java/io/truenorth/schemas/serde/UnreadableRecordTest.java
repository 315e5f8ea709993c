package io.truenorth.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.SampleRecords;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.UnreadableRecordException.Reason;
import java.lang.reflect.Proxy;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid bytes result in one typed exception with the cause, an unavailable registry in another. */
class UnreadableRecordTest {
    private static final Schema TOUCHPOINT = Touchpoint.getClassSchema();
    private static final int UNKNOWN_ID = 777;

    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final RecordReader<Touchpoint> reader = new RecordSerdes(registry).reader(Topics.TOUCHPOINTS);
    private byte[] good = {};
    private int id;

    @BeforeEach
    void writeAGoodRecord() throws Exception {
        good = WrittenElsewhere.write(registry, TOUCHPOINT, SampleRecords.touchpoint(), Map.of());
        id = WireFormat.schemaId(good, 0, good.length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void tooShort(int length) {
        assertUnreadable(
                Arrays.copyOf(good, length),
                Reason.NOT_WIRE_FORMAT,
                "not Avro wire format: " + length + " bytes, expected at least 5 (the byte 0 and a schema id of four"
                        + " bytes)");
    }

    @Test
    void wrongMagic() {
        good[0] = '{';

        assertUnreadable(good, Reason.NOT_WIRE_FORMAT, "not Avro wire format: the first byte is 0x7b, expected 0x00");
    }

    @Test
    void unknownSchema() {
        assertUnreadable(
                WrittenElsewhere.wireFormat(UNKNOWN_ID, new byte[3]),
                Reason.UNKNOWN_SCHEMA,
                "schema 777 is not in the registry");
    }

    @Test
    void anotherRecord() throws Exception {
        byte[] score = WrittenElsewhere.write(
                registry, RelationshipScore.getClassSchema(), SampleRecords.relationshipScore(), Map.of());

        assertUnreadable(
                score,
                Reason.WRONG_RECORD,
                "schema " + WireFormat.schemaId(score, 0, score.length)
                        + " is io.truenorth.contract.RelationshipScore, expected io.truenorth.contract.Touchpoint");
    }

    @Test
    void notARecord() throws Exception {
        int text = registry.register("texts-value", new AvroSchema(Schema.create(Schema.Type.STRING)));

        assertUnreadable(
                WrittenElsewhere.wireFormat(text, new byte[1]),
                Reason.WRONG_RECORD,
                "schema " + text + " is string, expected io.truenorth.contract.Touchpoint");
    }

    @Test
    void anIncompatibleSchema() throws Exception {
        Schema withoutTime = WrittenElsewhere.without(TOUCHPOINT, "occurredAt");
        byte[] bytes = WrittenElsewhere.write(registry, withoutTime, SampleRecords.touchpoint(), Map.of());

        assertThatThrownBy(() -> reader.read(bytes))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("is incompatible with the reader's schema")
                .hasMessageContaining("READER_FIELD_MISSING_DEFAULT_VALUE")
                .hasMessageContaining("occurredAt")
                .extracting("reason")
                .isEqualTo(Reason.INCOMPATIBLE_SCHEMA);
    }

    @Test
    void aSchemaThatIsNotOneOfAvro() {
        ParsedSchema protobuf = (ParsedSchema) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ParsedSchema.class}, (proxy, method, args) -> "PROTOBUF");
        MockSchemaRegistryClient ofProtobuf = new MockSchemaRegistryClient() {
            @Override
            public ParsedSchema getSchemaById(int id) {
                return protobuf;
            }
        };

        assertThatThrownBy(() -> readerOn(ofProtobuf).read(good))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessage("schema " + id + " is of type PROTOBUF, expected AVRO")
                .extracting("reason")
                .isEqualTo(Reason.NOT_AVRO);
    }

    @Test
    void everyTruncation() {
        for (int length = WireFormat.HEADER_LENGTH; length < good.length; length++) {
            byte[] truncated = Arrays.copyOf(good, length);

            assertThat(catchThrowableOfType(UnreadableRecordException.class, () -> reader.read(truncated)))
                    .as("cut to %d of %d bytes", length, good.length)
                    .hasMessageContaining("the body is not a Touchpoint of schema " + id)
                    .hasMessageContaining(" of " + (length - WireFormat.HEADER_LENGTH) + ": ")
                    .extracting(UnreadableRecordException::reason)
                    .isEqualTo(Reason.BAD_BODY);
        }
    }

    @Test
    void trailingBytes() {
        int bodyLength = good.length - WireFormat.HEADER_LENGTH;

        assertUnreadable(
                Arrays.copyOf(good, good.length + 2),
                Reason.TRAILING_BYTES,
                "2 bytes follow the Touchpoint of schema " + id + ", which ends after byte " + bodyLength
                        + " of its body");
    }

    @Test
    void aCountBeyondTheBytesLeft() {
        // "e" as event id, then an array of 2^31 - 1 identities.
        byte[] body = {2, 'e', (byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f, 0};

        assertThatThrownBy(() -> reader.read(WrittenElsewhere.wireFormat(id, body)))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("2147483647 items are declared, but 1 bytes are left");
    }

    @Test
    void aReaderGoesOnAfterBadBytes() {
        for (int length = 0; length < good.length; length++) {
            byte[] truncated = Arrays.copyOf(good, length);
            assertThat(catchThrowable(() -> reader.read(truncated))).isNotNull();
        }

        assertThat(reader.read(good)).isEqualTo(SampleRecords.touchpoint());
    }

    @Test
    void noBytesAtAllDoAnythingElse() throws Exception {
        byte[] newer = WrittenElsewhere.write(
                registry,
                WrittenElsewhere.with(
                        TOUCHPOINT, "weather", Schema.createMap(Schema.create(Schema.Type.BYTES)), Map.of()),
                SampleRecords.touchpoint(),
                Map.of("weather", Map.of()));
        long seed = 20_260_301;
        Random random = new Random(seed);
        Touchpoint reused = reader.read(good);
        int unreadable = 0;
        for (int round = 0; round < 50_000; round++) {
            byte[] bytes = mutated(random.nextBoolean() ? good : newer, random);
            try {
                reader.read(bytes, reused);
            } catch (UnreadableRecordException expected) {
                unreadable++;
            } catch (Throwable other) {
                throw new AssertionError("seed " + seed + ", round " + round + ": " + Arrays.toString(bytes), other);
            }
        }
        assertThat(unreadable).isBetween(20_000, 49_999);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 429, 500, 503})
    void aRegistryThatRefusesIsWorthAnotherTry(int status) {
        SilentRegistry refusing = new SilentRegistry(new RestClientException("no", status, status));

        assertThatThrownBy(() -> readerOn(refusing).read(good))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("the schema registry failed to look up schema " + id)
                .hasMessageContaining("error code: " + status);
    }

    @Test
    void aRegistryThatDoesNotAnswerIsWorthAnotherTry() {
        SilentRegistry silent = new SilentRegistry(new SocketTimeoutException("timed out"));

        assertThatThrownBy(() -> readerOn(silent).read(good))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("timed out; try again");
    }

    /** Flips, overwrites, truncates or appends a few bytes, mostly after the header. */
    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = Arrays.copyOf(original, original.length - random.nextInt(3) + random.nextInt(3));
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int first = random.nextInt(20) == 0 ? 0 : WireFormat.HEADER_LENGTH;
            bytes[first + random.nextInt(bytes.length - first)] =
                    (byte) (random.nextBoolean() ? random.nextInt(256) : 255 - random.nextInt(3));
        }
        return bytes;
    }

    private void assertUnreadable(byte[] bytes, Reason reason, String message) {
        assertThatThrownBy(() -> reader.read(bytes))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessage(message)
                .extracting("reason")
                .isEqualTo(reason);
    }

    private static RecordReader<Touchpoint> readerOn(MockSchemaRegistryClient client) {
        return new RecordSerdes(client).reader(Topics.TOUCHPOINTS);
    }
}
