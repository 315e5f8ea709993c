package io.truenorth.cli.privacy.export;

import io.truenorth.deployment.Deployment;
import io.truenorth.deployment.RecordsUpToNow;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.serde.RecordSerdes;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads the topics of a deployment up to their current end. What cannot be decoded is among the failed records. */
final class TopicRecords implements Closeable {
    private final Deployment deployment;
    private final Consumer<String> progress;
    private final RecordSerdes serdes;

    /** @param progress receives the name of each topic before it is read */
    TopicRecords(Deployment deployment, Consumer<String> progress) {
        this.deployment = deployment;
        this.progress = progress;
        this.serdes = deployment.registry().serdes();
    }

    /** Passes the position and the value of each record to a visitor. */
    <V extends SpecificRecordBase> void each(Topic<String, V> topic, BiConsumer<String, V> visitor) {
        Topic<String, V> here = deployment.topics().topic(topic);
        try (Deserializer<V> values = serdes.value(here).deserializer()) {
            eachBytes(
                    topic,
                    record -> value(values, here, record.value())
                            .ifPresent(value -> visitor.accept(position(record), value)));
        }
    }

    /** Passes each record to a visitor as it is stored. */
    void eachBytes(Topic<?, ?> topic, Consumer<ConsumerRecord<byte[], byte[]>> visitor) {
        String name = deployment.topics().topic(topic).name();
        progress.accept(name);
        RecordsUpToNow.ofTopic(deployment, name, visitor);
    }

    /** Passes the position and the latest value of each key to a visitor, of those that are wanted by key and value. */
    <V extends SpecificRecordBase> void latest(
            Topic<String, V> topic, BiPredicate<String, V> wanted, BiConsumer<String, V> visitor) {
        Topic<String, V> here = deployment.topics().topic(topic);
        try (Deserializer<V> values = serdes.value(here).deserializer()) {
            Collection<ConsumerRecord<byte[], byte[]>> latest = latestBytes(
                            topic,
                            (key, record) -> value(values, here, record.value())
                                    .filter(value -> wanted.test(key, value))
                                    .isPresent())
                    .values();
            latest.forEach(record ->
                    value(values, here, record.value()).ifPresent(value -> visitor.accept(position(record), value)));
        }
    }

    /** Returns the latest record of each key, of those that are wanted and are no tombstones. */
    Map<String, ConsumerRecord<byte[], byte[]>> latestBytes(
            Topic<?, ?> topic, BiPredicate<String, ConsumerRecord<byte[], byte[]>> wanted) {
        Map<String, ConsumerRecord<byte[], byte[]>> latest = new LinkedHashMap<>();
        eachBytes(topic, record -> {
            String key = text(record.key());
            if (record.value() != null && wanted.test(key, record)) {
                latest.put(key, record);
            } else {
                latest.remove(key);
            }
        });
        return latest;
    }

    /** Returns the value of a record of a topic, if it is one. */
    <V extends SpecificRecordBase> Optional<V> decoded(Topic<String, V> topic, byte[] value) {
        Topic<String, V> here = deployment.topics().topic(topic);
        try (Deserializer<V> values = serdes.value(here).deserializer()) {
            return value(values, here, value);
        }
    }

    private static <V> Optional<V> value(Deserializer<V> values, Topic<String, V> topic, byte @Nullable [] value) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(values.deserialize(topic.name(), value));
        } catch (KafkaException e) {
            return Optional.empty();
        }
    }

    static String position(ConsumerRecord<?, ?> record) {
        return record.partition() + "-" + record.offset();
    }

    static String text(byte @Nullable [] utf8) {
        return utf8 == null ? "" : new String(utf8, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        serdes.registry().close();
    }
}
