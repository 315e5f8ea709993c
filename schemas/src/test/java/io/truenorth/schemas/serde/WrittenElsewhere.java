package io.truenorth.schemas.serde;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/** Records as written by another version of a producer, with additional or missing fields. */
final class WrittenElsewhere {
    private WrittenElsewhere() {}

    /** Returns the schema without some of its fields. */
    static Schema without(Schema schema, String... names) {
        List<Schema.Field> fields = fieldsOf(schema);
        fields.removeIf(field -> List.of(names).contains(field.name()));
        return likeWithFields(schema, fields);
    }

    /** Returns the schema with an additional first field. */
    static Schema with(Schema schema, String name, Schema type, Object defaultValue) {
        List<Schema.Field> fields = fieldsOf(schema);
        fields.add(0, new Schema.Field(name, type, "Something new.", defaultValue));
        return likeWithFields(schema, fields);
    }

    /**
     * Registers the schema and writes the record with it; fields missing from the record are taken from {@code extra}.
     */
    static byte[] write(SchemaRegistryClient registry, Schema schema, IndexedRecord like, Map<String, ?> extra)
            throws Exception {
        GenericData.Record record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            Schema.Field same = like.getSchema().getField(field.name());
            record.put(field.pos(), extra.containsKey(field.name()) ? extra.get(field.name()) : like.get(same.pos()));
        }
        int id = registry.register("elsewhere-" + schema.getName(), new AvroSchema(schema));
        return wireFormat(id, body(schema, record));
    }

    static byte[] wireFormat(int id, byte[] body) {
        return ByteBuffer.allocate(WireFormat.HEADER_LENGTH + body.length)
                .put((byte) 0)
                .putInt(id)
                .put(body)
                .array();
    }

    private static byte[] body(Schema schema, IndexedRecord record) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new SpecificDatumWriter<IndexedRecord>(schema).write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    private static List<Schema.Field> fieldsOf(Schema schema) {
        List<Schema.Field> fields = new ArrayList<>();
        schema.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        return fields;
    }

    private static Schema likeWithFields(Schema schema, List<Schema.Field> fields) {
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }
}
