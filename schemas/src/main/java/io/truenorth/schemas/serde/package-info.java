/**
 * Reading and writing the topics: Confluent's wire format, Confluent's registry client, Confluent's serializer, and a
 * reader of our own for the hot path. {@link io.truenorth.schemas.serde.RecordSerdes} is the way in.
 *
 * <p>Two kinds of failure are told apart, as they ask for opposite deeds. A record that nobody will ever be able to read
 * is an {@link io.truenorth.schemas.serde.UnreadableRecordException}: put it aside and go on. A registry that did not
 * answer is a {@link io.truenorth.schemas.serde.RegistryUnavailableException}: the record is not at fault, wait and try
 * again.
 *
 * <p>Serializers and deserializers may be shared between threads; a {@link io.truenorth.schemas.serde.RecordReader}
 * belongs to one thread. No message of an exception here contains bytes of a record: they may be personal data.
 */
@NullMarked
package io.truenorth.schemas.serde;

import org.jspecify.annotations.NullMarked;
