package io.truenorth.schemas.serde;

import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Adapts {@link RecordReader} to Kafka's {@link Deserializer}, with one reader per thread. Null, as in a tombstone,
 * stays null.
 */
final class RecordDeserializer<T extends SpecificRecordBase> implements Deserializer<T> {
    private final ThreadLocal<RecordReader<T>> reader;

    RecordDeserializer(Supplier<RecordReader<T>> newReader) {
        this.reader = ThreadLocal.withInitial(newReader);
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        return bytes == null ? null : reader.get().read(bytes);
    }

    @Override
    public @Nullable T deserialize(String topic, Headers headers, @Nullable ByteBuffer bytes) {
        if (bytes == null || !bytes.hasArray()) {
            return Deserializer.super.deserialize(topic, headers, bytes);
        }
        return reader.get().read(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    }
}
