package io.truenorth.schemas.serde;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.truenorth.schemas.Payload;
import io.truenorth.schemas.Payload.AvroRecord;
import io.truenorth.schemas.Topic;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * Creates the serdes of the topics, based on one schema registry.
 *
 * <pre>{@code
 * RecordSerdes serdes = RecordSerdes.on("http://localhost:8081", Map.of());
 * Serde<Touchpoint> values = serdes.value(catalogue.topic(Topics.TOUCHPOINTS));
 * }</pre>
 */
public final class RecordSerdes {
    private static final int SCHEMAS_KEPT_PER_SUBJECT = 1000;

    static {
        AvroLimits.apply();
    }

    private final SchemaRegistryClient registry;

    /** Creates serdes on an existing client, which the caller closes. */
    public RecordSerdes(SchemaRegistryClient registry) {
        this.registry = registry;
    }

    /**
     * Creates serdes on a registry; it is not contacted before the first record.
     *
     * @param urls the registry's URLs, separated by commas; {@code mock://scope} is an in-memory registry for tests
     * @param config settings of Confluent's client, by their own names, such as {@code basic.auth.user.info} or {@code
     *     missing.id.cache.ttl.sec}; may be empty
     */
    public static RecordSerdes on(String urls, Map<String, ?> config) {
        return new RecordSerdes(SchemaRegistryClientFactory.newClient(
                List.of(urls.split(",")),
                SCHEMAS_KEPT_PER_SUBJECT,
                List.of(new AvroSchemaProvider()),
                config,
                Map.of()));
    }

    /** Returns the client that these serdes use. */
    public SchemaRegistryClient registry() {
        return registry;
    }

    /** Returns the serde of a topic's keys. */
    public <K> Serde<K> key(Topic<K, ?> topic) {
        return serde(topic, topic.key());
    }

    /** Returns the serde of a topic's values. */
    public <V> Serde<V> value(Topic<?, V> topic) {
        return serde(topic, topic.value());
    }

    /**
     * Returns a reader of a topic's values, for one thread.
     *
     * @throws IllegalArgumentException if the values are not Avro
     */
    public <V extends SpecificRecordBase> RecordReader<V> reader(Topic<?, V> topic) {
        return newReader(topic, null);
    }

    /**
     * Returns a reader of a topic's values, for one thread, as {@link #reader(Topic)}.
     *
     * @param direct reads the values that were written with the schema of this version
     * @throws IllegalArgumentException if the values are not Avro
     */
    public <V extends SpecificRecordBase> RecordReader<V> reader(Topic<?, V> topic, DirectDecoder<? super V> direct) {
        return newReader(topic, direct);
    }

    private <V extends SpecificRecordBase> RecordReader<V> newReader(
            Topic<?, V> topic, @Nullable DirectDecoder<? super V> direct) {
        if (topic.value() instanceof AvroRecord<V> record) {
            return new RecordReader<>(record, registry, direct);
        }
        throw new IllegalArgumentException(
                "topic '" + topic.name() + "' holds " + topic.value().describe() + ", expected an Avro record");
    }

    /** The cast is safe: a payload's serde is of the payload's type. */
    @SuppressWarnings("unchecked")
    private <T> Serde<T> serde(Topic<?, ?> topic, Payload<T> payload) {
        if (payload instanceof Payload.Text) {
            return (Serde<T>) Serdes.String();
        }
        if (payload instanceof Payload.Bytes) {
            return (Serde<T>) Serdes.ByteArray();
        }
        return (Serde<T>) avro(topic, (AvroRecord<?>) payload);
    }

    private <R extends SpecificRecordBase> Serde<R> avro(Topic<?, ?> topic, AvroRecord<R> record) {
        return Serdes.serdeFrom(
                new RecordSerializer<>(topic, registry),
                new RecordDeserializer<>(() -> new RecordReader<>(record, registry, null)));
    }
}
