package io.truenorth.schemas.serde;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.truenorth.schemas.serde.UnreadableRecordException.Reason;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;

/** The writer's schemas of records of one type, by schema id. */
final class WriterSchemas {
    private final SchemaRegistryClient registry;
    private final Schema reader;

    WriterSchemas(SchemaRegistryClient registry, Schema reader) {
        this.registry = registry;
        this.reader = reader;
    }

    /**
     * Returns the schema with an id, checked to be compatible with the reader's schema.
     *
     * @throws UnreadableRecordException if there is no such schema, or it is not Avro, of another record, or
     *     incompatible
     * @throws RegistryUnavailableException if the registry did not respond
     */
    Schema get(int id) {
        Schema writer = fetch(id);
        if (!isOfSameRecord(writer)) {
            throw new UnreadableRecordException(
                    Reason.WRONG_RECORD,
                    "schema " + id + " is " + writer.getFullName() + ", expected " + reader.getFullName());
        }
        SchemaPairCompatibility pair = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        if (!pair.getResult().getIncompatibilities().isEmpty()) {
            throw new UnreadableRecordException(
                    Reason.INCOMPATIBLE_SCHEMA,
                    "schema " + id + " of " + writer.getFullName() + " is incompatible with the reader's schema: "
                            + pair.getResult().getIncompatibilities());
        }
        return writer;
    }

    private Schema fetch(int id) {
        ParsedSchema schema = ask(id);
        if (schema instanceof AvroSchema avro) {
            return avro.rawSchema();
        }
        throw new UnreadableRecordException(
                Reason.NOT_AVRO, "schema " + id + " is of type " + schema.schemaType() + ", expected AVRO");
    }

    private ParsedSchema ask(int id) {
        try {
            return registry.getSchemaById(id);
        } catch (RestClientException e) {
            if (RegistryAnswer.saysThereIsNone(e)) {
                throw new UnreadableRecordException(
                        Reason.UNKNOWN_SCHEMA, "schema " + id + " is not in the registry", e);
            }
            throw RegistryAnswer.unavailable("look up schema " + id, e);
        } catch (IOException e) {
            if (RegistryAnswer.saysItCannotBeParsed(e)) {
                throw notAvro(id, e);
            }
            throw RegistryAnswer.unavailable("look up schema " + id, e);
        } catch (RuntimeException e) {
            if (RegistryAnswer.saysItCannotBeParsed(e)) {
                throw notAvro(id, e);
            }
            throw e;
        }
    }

    private static UnreadableRecordException notAvro(int id, Exception cause) {
        return new UnreadableRecordException(Reason.NOT_AVRO, "schema " + id + " is not a valid Avro schema", cause);
    }

    private boolean isOfSameRecord(Schema writer) {
        return writer.getType() == Schema.Type.RECORD
                && (writer.getFullName().equals(reader.getFullName())
                        || reader.getAliases().contains(writer.getFullName()));
    }
}
