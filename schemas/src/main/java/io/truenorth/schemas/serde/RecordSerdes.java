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

/**
 * The serdes of the topics, on one schema registry.
 *
 * <pre>{@code
 * RecordSerdes serdes = RecordSerdes.on("http://localhost:8081", Map.of());
 * Serde<Touchpoint> values = serdes.value(catalogue.topic(Topics.TOUCHPOINTS));
 * }</pre>
 */
public final class RecordSerdes {
    private static final int SCHEMAS_KEPT_PER_SUBJECT = 1000;

    static {
        AvroDefences.raise();
    }

    private final SchemaRegistryClient registry;

    /** Serdes on a client that the caller made, and closes. */
    public RecordSerdes(SchemaRegistryClient registry) {
        this.registry = registry;
    }

    /**
     * Serdes on a registry; nothing is asked before the first record.
     *
     * @param urls where the registry is, several separated by commas; {@code mock://scope} is one in memory, for tests
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

    /** The client that these serdes use. */
    public SchemaRegistryClient registry() {
        return registry;
    }

    /** The serde of a topic's keys. */
    public <K> Serde<K> key(Topic<K, ?> topic) {
        return serde(topic, topic.key());
    }

    /** The serde of a topic's values. */
    public <V> Serde<V> value(Topic<?, V> topic) {
        return serde(topic, topic.value());
    }

    /**
     * A reader of a topic's values for one thread.
     *
     * @throws IllegalArgumentException if they are not Avro
     */
    public <V extends SpecificRecordBase> RecordReader<V> reader(Topic<?, V> topic) {
        if (topic.value() instanceof AvroRecord<V> record) {
            return new RecordReader<>(record, registry);
        }
        throw new IllegalArgumentException(
                "topic '" + topic.name() + "' holds " + topic.value().describe() + ", expected an Avro record");
    }

    /** Each payload names its type, so the serde made for it is one of that type. */
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
                new RecordDeserializer<>(() -> new RecordReader<>(record, registry)));
    }
}
