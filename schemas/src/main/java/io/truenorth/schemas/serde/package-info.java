/**
 * Serialization of records: Confluent's wire format, registry client and serializer, and a reader of Truenorth's own
 * for the hot path. The entry point is {@link io.truenorth.schemas.serde.RecordSerdes}.
 *
 * <p>There are two kinds of failure. {@link io.truenorth.schemas.serde.UnreadableRecordException}: the record can never
 * be read; move it to a dead-letter topic and continue. {@link
 * io.truenorth.schemas.serde.RegistryUnavailableException}: the registry did not respond; retry.
 *
 * <p>Serializers and deserializers are thread-safe; a {@link io.truenorth.schemas.serde.RecordReader} is confined to
 * one thread. Exception messages contain no bytes of a record, which may be personal data.
 */
@NullMarked
package io.truenorth.schemas.serde;

import org.jspecify.annotations.NullMarked;
