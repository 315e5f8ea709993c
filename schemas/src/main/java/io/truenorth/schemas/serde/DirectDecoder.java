package io.truenorth.schemas.serde;

import java.io.IOException;
import org.apache.avro.io.Decoder;

/**
 * Reads records that were written with the reader's own schema, field by field, without Avro's resolution of schemas. A
 * reader uses it on the hot path, to read only what it needs and to share names.
 *
 * @param <T> the record
 */
@FunctionalInterface
public interface DirectDecoder<T> {

    /**
     * Reads the fields of a record in the order of the schema, all of them.
     *
     * @param into the record to fill; it may hold another record's content
     * @throws IOException if the body is invalid; like an unchecked exception, it makes the reader read the record again
     *     with resolution, which describes the fault
     */
    void decode(Decoder body, T into) throws IOException;
}
