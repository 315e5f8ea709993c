package io.truenorth.endtoend;

import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.TouchpointKey;
import io.truenorth.schemas.serde.RecordSerdes;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A touchpoint on its way to the topic, to be spoiled. */
record GoodRecord(Topic<String, Touchpoint> topic, RecordSerdes serdes, Touchpoint touchpoint) {

    String key() {
        return TouchpointKey.of(touchpoint);
    }

    byte[] value() {
        return encoded(touchpoint);
    }

    private byte[] encoded(Touchpoint written) {
        return serdes.value(topic).serializer().serialize(topic.name(), written);
    }

    ProducerRecord<byte[], byte[]> record() {
        return with(key(), value());
    }

    /** On a partition that its key does not have. */
    ProducerRecord<byte[], byte[]> misplaced(int partition) {
        return new ProducerRecord<>(topic.name(), partition, bytes(key()), value());
    }

    ProducerRecord<byte[], byte[]> with(String key, byte[] value) {
        return new ProducerRecord<>(topic.name(), bytes(key), value);
    }

    /** Another touchpoint under the same key. */
    ProducerRecord<byte[], byte[]> changed(Consumer<Touchpoint> change) {
        Touchpoint other = Touchpoint.newBuilder(touchpoint).build();
        change.accept(other);
        return with(key(), encoded(other));
    }

    private static byte[] bytes(String key) {
        return key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    }
}
