package io.truenorth.schemas.docs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;

/** Descriptions of Avro types. */
final class AvroTypes {
    private AvroTypes() {}

    /** Returns the type as Markdown, with links to the named types. */
    static String describe(Schema type) {
        return switch (type.getType()) {
            case ARRAY -> "list of " + describe(type.getElementType());
            case MAP -> "map of string to " + describe(type.getValueType());
            case UNION -> type.getTypes().stream().map(AvroTypes::describe).collect(Collectors.joining(" or "));
            case RECORD, ENUM -> "[" + type.getName() + "](#" + type.getName().toLowerCase(Locale.ROOT) + ")";
            default -> type.getType().getName();
        };
    }

    /** Returns the default of a field, or a dash if the field is required. */
    static String describeDefault(Schema.Field field) {
        Object value = field.defaultVal();
        if (value == null) {
            return "–";
        }
        if (value == JsonProperties.NULL_VALUE) {
            return "null";
        }
        if (value instanceof List) {
            return "`[]`";
        }
        if (value instanceof Map) {
            return "`{}`";
        }
        return value instanceof String text && field.schema().getType() == Schema.Type.STRING
                ? "`\"" + text + "\"`"
                : "`" + value + "`";
    }

    /** Returns the record and every record and enum within it, each once, in the order of first use. */
    static Map<String, Schema> namedTypes(Schema schema) {
        Map<String, Schema> found = new LinkedHashMap<>();
        collect(schema, found);
        return found;
    }

    private static void collect(Schema schema, Map<String, Schema> found) {
        switch (schema.getType()) {
            case RECORD -> {
                if (found.put(schema.getName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), found));
                }
            }
            case ENUM -> found.put(schema.getName(), schema);
            case ARRAY -> collect(schema.getElementType(), found);
            case MAP -> collect(schema.getValueType(), found);
            case UNION -> schema.getTypes().forEach(type -> collect(type, found));
            default -> {}
        }
    }
}
