package io.truenorth.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.ParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.SimpleParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;

/**
 * Checks a schema against all released versions: it must be able to read all of them, and all of them must be able to
 * read it (FULL_TRANSITIVE, by Confluent's checker). In addition, an enum must never lose a symbol: old records would
 * silently be read as the enum's default.
 */
final class SchemaEvolution {
    private static final Pattern FIELD_PATH = Pattern.compile("path '((?:/[^/']+)*/fields/[0-9]+)[^']*'");

    private SchemaEvolution() {}

    /** Returns the incompatibilities as text, with the version concerned; empty if there are none. */
    static List<String> problems(Schema current, List<Schema> released) {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < released.size(); i++) {
            String version = "v" + (i + 1) + ": ";
            Schema old = released.get(i);
            incompatibilities(current, old).forEach(reason -> problems.add(version + reason));
            lostSymbols(current, old).forEach(reason -> problems.add(version + reason));
        }
        return problems;
    }

    private static List<String> incompatibilities(Schema current, Schema old) {
        List<ParsedSchemaHolder> history = List.of(new SimpleParsedSchemaHolder(new AvroSchema(old)));
        return new AvroSchema(current)
                .isCompatible(CompatibilityLevel.FULL_TRANSITIVE, history).stream()
                        // The checker appends the whole old schema, which is in its file.
                        .filter(reason -> !reason.startsWith("{oldSchema: "))
                        .map(reason -> withFieldName(reason, speaksOfOldSchema(reason) ? old : current))
                        .toList();
    }

    /** Returns whether the reason's path refers to the old schema: the schema it mentions first. */
    private static boolean speaksOfOldSchema(String reason) {
        int ofOld = reason.indexOf("in the old schema");
        int ofNew = reason.indexOf("in the new schema");
        return ofOld >= 0 && (ofNew < 0 || ofOld < ofNew);
    }

    /** The checker reports locations by position, as in {@code path '/fields/2/type'}: adds the name of that field. */
    private static String withFieldName(String reason, Schema schema) {
        Matcher path = FIELD_PATH.matcher(reason);
        if (!path.find()) {
            return reason;
        }
        try {
            JsonNode name = new ObjectMapper().readTree(schema.toString()).at(path.group(1) + "/name");
            return "field " + name.asText("of a nested type") + ": " + reason;
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON: " + schema.getFullName(), e);
        }
    }

    private static List<String> lostSymbols(Schema current, Schema released) {
        Map<String, Schema> enumsNow = enums(current);
        List<String> lost = new ArrayList<>();
        enums(released).forEach((name, enumThen) -> {
            Schema enumNow = enumsNow.get(name);
            if (enumNow != null) {
                enumThen.getEnumSymbols().stream()
                        .filter(symbol -> !enumNow.hasEnumSymbol(symbol))
                        .forEach(symbol -> lost.add("enum " + name + " lost the symbol " + symbol
                                + ": records that were written with it would be read as " + enumNow.getEnumDefault()));
            }
        });
        return lost;
    }

    private static Map<String, Schema> enums(Schema schema) {
        Map<String, Schema> enums = new LinkedHashMap<>();
        namedTypes(schema, enums);
        enums.values().removeIf(type -> type.getType() != Schema.Type.ENUM);
        return enums;
    }

    private static void namedTypes(Schema schema, Map<String, Schema> found) {
        switch (schema.getType()) {
            case RECORD -> {
                if (found.put(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> namedTypes(field.schema(), found));
                }
            }
            case ENUM -> found.put(schema.getFullName(), schema);
            case ARRAY -> namedTypes(schema.getElementType(), found);
            case MAP -> namedTypes(schema.getValueType(), found);
            case UNION -> schema.getTypes().forEach(type -> namedTypes(type, found));
            default -> {}
        }
    }
}
