package io.truenorth.schemas;

import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * What the key or the value of a topic holds, and how it is encoded.
 *
 * @param <T> the Java type
 */
public sealed interface Payload<T> {
    /** Text in UTF-8. */
    Payload<String> TEXT = new Text();

    /** Bytes as they are. */
    Payload<byte[]> BYTES = new Bytes();

    /** The encoding in words, for documents. */
    String describe();

    /** Text in UTF-8; use {@link Payload#TEXT}. */
    record Text() implements Payload<String> {
        @Override
        public String describe() {
            return "text, UTF-8";
        }
    }

    /** Bytes as they are; use {@link Payload#BYTES}. */
    record Bytes() implements Payload<byte[]> {
        @Override
        public String describe() {
            return "bytes as received";
        }
    }

    /**
     * An Avro record in Confluent's wire format: the byte 0, the schema's id in four bytes, the record.
     *
     * @param schema the schema that this build writes and reads
     * @param newRecord makes an empty record
     */
    record AvroRecord<T extends SpecificRecordBase>(Schema schema, Supplier<T> newRecord) implements Payload<T> {
        @Override
        public String describe() {
            return schema.getName();
        }
    }
}
