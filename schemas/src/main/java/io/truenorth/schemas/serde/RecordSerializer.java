package io.truenorth.schemas.serde;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.truenorth.schemas.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Serializes the records of one topic with Confluent's serializer. Registers no schemas. The schema is looked up under
 * the subject of the topic this serializer was created for, whatever topic it is used on, so that internal topics of
 * Kafka Streams need no subject.
 *
 * <p>The first record, written by Confluent's serializer, yields the schema id. Later records are encoded directly, as
 * Confluent's serializer looks up the schema for each record, which costs more than the encoding. Thread-safe.
 */
final class RecordSerializer<T extends SpecificRecordBase> implements Serializer<T> {
    private static final int USUAL_SIZE = 512;

    private final Topic<?, ?> topic;
    private final KafkaAvroSerializer confluent;
    private volatile byte @Nullable [] header;

    RecordSerializer(Topic<?, ?> topic, SchemaRegistryClient registry) {
        this.topic = topic;
        this.confluent = new KafkaAvroSerializer(
                registry,
                Map.of(
                        "auto.register.schemas",
                        false,
                        // Required by its configuration but unused, since the client is passed in.
                        "schema.registry.url",
                        "given-as-client"));
    }

    @Override
    public byte @Nullable [] serialize(String usedOn, @Nullable T record) {
        if (record == null) {
            return null;
        }
        byte[] known = header;
        if (known == null) {
            return writtenByConfluent(record);
        }
        try {
            return written(known, record);
        } catch (IOException | RuntimeException e) {
            // Confluent's serializer fails as well, with a message that names the field.
            return writtenByConfluent(record);
        }
    }

    private static byte[] written(byte[] header, SpecificRecordBase record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        bytes.write(header);
        record.customEncode(EncoderFactory.get().directBinaryEncoder(bytes, null));
        return bytes.toByteArray();
    }

    private byte[] writtenByConfluent(T record) {
        try {
            byte[] bytes = confluent.serialize(topic.name(), record);
            header = Arrays.copyOf(bytes, WireFormat.HEADER_LENGTH);
            return bytes;
        } catch (KafkaException e) {
            throw translated(e, record);
        }
    }

    private KafkaException translated(KafkaException failure, T record) {
        String schema = record.getSchema().getFullName() + " under " + topic.valueSubject();
        Throwable cause = failure.getCause();
        if (cause instanceof RestClientException answer) {
            return RegistryAnswer.saysThereIsNone(answer)
                    ? new SchemaNotRegisteredException(
                            "the schema of " + schema + " is not registered in the version that this build writes:"
                                    + " provision the topics of this version first",
                            answer)
                    : RegistryAnswer.unavailable("look up the schema of " + schema, answer);
        }
        if (cause instanceof IOException noAnswer) {
            return RegistryAnswer.unavailable("look up the schema of " + schema, noAnswer);
        }
        return cause == null
                ? failure
                : new SerializationException("cannot write the record as " + schema + ": " + cause.getMessage(), cause);
    }
}
