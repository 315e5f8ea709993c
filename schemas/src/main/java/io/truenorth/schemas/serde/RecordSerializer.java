package io.truenorth.schemas.serde;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.truenorth.schemas.Topic;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Confluent's serializer for the records of one topic. It registers nothing, and asks for its schema under the subject of
 * the topic it was made for, whatever topic it is used on: a topic that Kafka Streams makes for itself needs no subject.
 */
final class RecordSerializer<T extends SpecificRecordBase> implements Serializer<T> {
    private final Topic<?, ?> topic;
    private final KafkaAvroSerializer confluent;

    RecordSerializer(Topic<?, ?> topic, SchemaRegistryClient registry) {
        this.topic = topic;
        this.confluent = new KafkaAvroSerializer(
                registry,
                Map.of(
                        "auto.register.schemas",
                        false,
                        // Asked for by its configuration, not used: it has a client already.
                        "schema.registry.url",
                        "given-as-client"));
    }

    @Override
    public byte @Nullable [] serialize(String usedOn, @Nullable T record) {
        if (record == null) {
            return null;
        }
        try {
            return confluent.serialize(topic.name(), record);
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
