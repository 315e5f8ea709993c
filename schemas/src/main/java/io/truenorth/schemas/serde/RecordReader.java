package io.truenorth.schemas.serde;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.truenorth.schemas.Payload.AvroRecord;
import io.truenorth.schemas.serde.UnreadableRecordException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.ResolvingDecoder;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of one type; optimized for the hot path. Each writer's schema is fetched from the registry once; after
 * that, only the record's own objects are allocated. Not thread-safe.
 *
 * @param <T> the record
 */
public final class RecordReader<T extends SpecificRecordBase> {
    private final Schema schema;
    private final Supplier<T> newRecord;
    private final WriterSchemas writers;
    private final BodyDecoder body = new BodyDecoder();
    private final @Nullable DirectDecoder<? super T> direct;
    private final Map<Integer, Writer> writersById = new HashMap<>();
    private int latestId;
    private @Nullable Writer latest;

    /** How to read the records of one writer's schema. */
    private record Writer(ResolvingDecoder resolver, boolean hasOurSchema) {}

    /** @param direct reads the records written with the reader's own schema; null if they are read as all others */
    RecordReader(AvroRecord<T> record, SchemaRegistryClient registry, @Nullable DirectDecoder<? super T> direct) {
        this.direct = direct;
        this.schema = record.schema();
        this.newRecord = record.newRecord();
        this.writers = new WriterSchemas(registry, schema);
    }

    /**
     * Reads a record.
     *
     * @throws UnreadableRecordException if the bytes are not a valid record of this type
     * @throws RegistryUnavailableException if its schema is not cached and the registry did not respond
     */
    public T read(byte[] bytes) {
        return read(bytes, 0, bytes.length, newRecord.get());
    }

    /** Reads a record from a part of an array, as {@link #read(byte[])}. */
    public T read(byte[] bytes, int offset, int length) {
        return read(bytes, offset, length, newRecord.get());
    }

    /**
     * Reads into an existing record, reusing its lists, maps and nested records, as {@link #read(byte[])}.
     *
     * @param reuse a record returned by this reader and not referenced elsewhere; if reading fails, its content is
     *     undefined, but it may be reused
     * @return {@code reuse}
     */
    public T read(byte[] bytes, T reuse) {
        return read(bytes, 0, bytes.length, reuse);
    }

    private T read(byte[] bytes, int offset, int length, T into) {
        int id = WireFormat.schemaId(bytes, offset, length);
        Writer writer = writer(id);
        if (direct != null && writer.hasOurSchema() && isReadDirectly(direct, bytes, offset, length, into)) {
            return into;
        }
        body.readFrom(bytes, offset + WireFormat.HEADER_LENGTH, length - WireFormat.HEADER_LENGTH);
        try {
            writer.resolver().configure(body);
            into.customDecode(writer.resolver());
            writer.resolver().drain();
        } catch (IOException | RuntimeException e) {
            throw new UnreadableRecordException(
                    Reason.BAD_BODY,
                    "the body is not a " + schema.getName() + " of schema " + id + ": after byte " + body.consumed()
                            + " of " + (length - WireFormat.HEADER_LENGTH) + ": " + e.getMessage(),
                    e);
        }
        if (body.remainingBytes() > 0) {
            throw new UnreadableRecordException(
                    Reason.TRAILING_BYTES,
                    body.remainingBytes() + " bytes follow the " + schema.getName() + " of schema " + id
                            + ", which ends after byte " + body.consumed() + " of its body");
        }
        return into;
    }

    /** A record that cannot be read directly is read again, which describes the fault. */
    private boolean isReadDirectly(DirectDecoder<? super T> decoder, byte[] bytes, int offset, int length, T into) {
        body.readFrom(bytes, offset + WireFormat.HEADER_LENGTH, length - WireFormat.HEADER_LENGTH);
        try {
            decoder.decode(body, into);
            return body.remainingBytes() == 0;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private Writer writer(int id) {
        Writer writer = latest;
        if (writer == null || id != latestId) {
            writer = writersById.computeIfAbsent(id, this::newWriter);
            latest = writer;
            latestId = id;
        }
        return writer;
    }

    private Writer newWriter(int id) {
        Schema writer = writers.get(id);
        try {
            return new Writer(
                    DecoderFactory.get().resolvingDecoder(Schema.applyAliases(writer, schema), schema, body),
                    SchemaNormalization.toParsingForm(writer).equals(SchemaNormalization.toParsingForm(schema)));
        } catch (IOException e) {
            throw new UncheckedIOException("no resolver from schema " + id + " to " + schema.getFullName(), e);
        }
    }
}
