package io.truenorth.schemas;

import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * The type of the keys or values of a topic, and their encoding.
 *
 * @param <T> the Java type
 */
public sealed interface Payload<T> {
    /** UTF-8 text. */
    Payload<String> TEXT = new Text();

    /** Bytes, uninterpreted. */
    Payload<byte[]> BYTES = new Bytes();

    /** Returns a description of the encoding, for generated documents. */
    String describe();

    /** UTF-8 text; use {@link Payload#TEXT}. */
    record Text() implements Payload<String> {
        @Override
        public String describe() {
            return "text, UTF-8";
        }
    }

    /** Bytes, uninterpreted; use {@link Payload#BYTES}. */
    record Bytes() implements Payload<byte[]> {
        @Override
        public String describe() {
            return "bytes as received";
        }
    }

    /**
     * An Avro record in Confluent's wire format: the byte 0, the schema id in four bytes, the record.
     *
     * @param schema the schema that this version writes and reads
     * @param newRecord creates an empty record
     */
    record AvroRecord<T extends SpecificRecordBase>(Schema schema, Supplier<T> newRecord) implements Payload<T> {
        @Override
        public String describe() {
            return schema.getName();
        }
    }
}
