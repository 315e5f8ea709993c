package io.truenorth.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.apache.avro.InvalidNumberEncodingException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.Test;

/** Decodes Avro's encoding with the same results as Avro. */
class BodyDecoderTest {
    private static final long SEED = 20_260_301;

    private static final Schema EVERYTHING = SchemaBuilder.record("Everything")
            .fields()
            .requiredBoolean("aBoolean")
            .requiredInt("anInt")
            .requiredLong("aLong")
            .requiredFloat("aFloat")
            .requiredDouble("aDouble")
            .requiredString("aString")
            .requiredBytes("someBytes")
            .name("aFixed")
            .type()
            .fixed("Five")
            .size(5)
            .noDefault()
            .name("anEnum")
            .type()
            .enumeration("Side")
            .symbols("LEFT", "RIGHT")
            .noDefault()
            .name("aUnion")
            .type()
            .nullable()
            .longType()
            .noDefault()
            .name("anArray")
            .type()
            .array()
            .items()
            .doubleType()
            .noDefault()
            .name("aMap")
            .type()
            .map()
            .values()
            .array()
            .items()
            .stringType()
            .noDefault()
            .endRecord();

    /** A reader's schema without fields: everything is skipped. */
    private static final Schema NOTHING =
            SchemaBuilder.record("Everything").fields().optionalString("ofThat").endRecord();

    private final BodyDecoder decoder = new BodyDecoder();

    @Test
    void readsRandomRecordsAsAvroDoes() throws IOException {
        for (Object record : new RandomData(EVERYTHING, 500, SEED)) {
            for (byte[] body : new byte[][] {inOneBlock(record), inBlocksWithLengths(record)}) {
                decoder.readFrom(body, 0, body.length);

                Object read = new GenericDatumReader<>(EVERYTHING).read(null, decoder);

                assertThat(read).as("seed %d", SEED).isEqualTo(readByAvro(body));
                assertThat(decoder.remainingBytes()).isZero();
            }
        }
    }

    @Test
    void skipsRandomRecordsToTheirEnd() throws IOException {
        for (Object record : new RandomData(EVERYTHING, 500, SEED)) {
            for (byte[] body : new byte[][] {inOneBlock(record), inBlocksWithLengths(record)}) {
                decoder.readFrom(body, 0, body.length);

                GenericData.Record read =
                        new GenericDatumReader<GenericData.Record>(EVERYTHING, NOTHING).read(null, decoder);

                assertThat(read.get("ofThat")).isNull();
                assertThat(decoder.remainingBytes()).as("seed %d", SEED).isZero();
            }
        }
    }

    @Test
    void readsNumbersOfEverySize() throws IOException {
        Random random = new Random(SEED);
        for (int bits = 0; bits < Long.SIZE; bits++) {
            long value = (random.nextLong() >>> bits) * (random.nextBoolean() ? 1 : -1);
            byte[] body = encoded(encoder -> encoder.writeLong(value));
            decoder.readFrom(body, 0, body.length);

            assertThat(decoder.readLong()).as("seed %d", SEED).isEqualTo(value);
        }
    }

    @Test
    void readsTheExtremes() throws IOException {
        byte[] body = encoded(encoder -> {
            encoder.writeLong(Long.MIN_VALUE);
            encoder.writeLong(Long.MAX_VALUE);
            encoder.writeInt(Integer.MIN_VALUE);
            encoder.writeInt(Integer.MAX_VALUE);
            encoder.writeDouble(-0.0);
        });
        decoder.readFrom(body, 0, body.length);

        assertThat(decoder.readLong()).isEqualTo(Long.MIN_VALUE);
        assertThat(decoder.readLong()).isEqualTo(Long.MAX_VALUE);
        assertThat(decoder.readInt()).isEqualTo(Integer.MIN_VALUE);
        assertThat(decoder.readInt()).isEqualTo(Integer.MAX_VALUE);
        assertThat(decoder.readDouble()).isEqualTo(-0.0);
    }

    @Test
    void readsWithinItsPartOfTheArray() throws IOException {
        byte[] bytes = "..\u0006abc!!".getBytes(StandardCharsets.US_ASCII);
        decoder.readFrom(bytes, 2, 4);

        assertThat(decoder.readString()).isEqualTo("abc");
        assertThat(decoder.consumed()).isEqualTo(4);
        assertThatThrownBy(decoder::readBoolean)
                .isInstanceOf(EOFException.class)
                .hasMessage("the body ends within a value");
    }

    @Test
    void refusesALongWhereAnIntIsExpected() throws IOException {
        byte[] body = encoded(encoder -> encoder.writeLong(1L + Integer.MAX_VALUE));
        decoder.readFrom(body, 0, body.length);

        assertThatThrownBy(decoder::readInt)
                .isInstanceOf(InvalidNumberEncodingException.class)
                .hasMessage("an int is out of range");
    }

    @Test
    void refusesANumberWithoutEnd() {
        byte[] body = new byte[11];
        Arrays.fill(body, (byte) 0xff);
        decoder.readFrom(body, 0, body.length);

        assertThatThrownBy(decoder::readLong)
                .isInstanceOf(InvalidNumberEncodingException.class)
                .hasMessage("a number takes more than ten bytes");
    }

    @Test
    void refusesANegativeLength() throws IOException {
        byte[] body = encoded(encoder -> encoder.writeLong(-1));
        decoder.readFrom(body, 0, body.length);

        assertThatThrownBy(decoder::readString)
                .isInstanceOf(EOFException.class)
                .hasMessage("-1 bytes are declared, but 0 bytes are left");
    }

    private static Object readByAvro(byte[] body) throws IOException {
        Decoder avro = DecoderFactory.get().binaryDecoder(body, null);
        return new GenericDatumReader<>(EVERYTHING).read(null, avro);
    }

    private static byte[] inOneBlock(Object record) throws IOException {
        return encoded(encoder -> new GenericDatumWriter<>(EVERYTHING).write(record, encoder));
    }

    /** Blocks of arrays and maps start with their length in bytes, so that a reader can skip them. */
    private static byte[] inBlocksWithLengths(Object record) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = new EncoderFactory().configureBlockSize(64).blockingBinaryEncoder(out, null);
        new GenericDatumWriter<>(EVERYTHING).write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    private interface Writing {
        void to(Encoder encoder) throws IOException;
    }

    private static byte[] encoded(Writing writing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        writing.to(encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
