package io.truenorth.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares an OpenAPI document with the records that are answered: the same properties, of the same types, and those required
 * whose component is no {@code Optional}.
 */
public final class OpenApiRecords {
    private static final Map<Type, String> TYPES = Map.of(
            String.class, "string",
            Instant.class, "string/date-time",
            LocalDate.class, "string/date",
            boolean.class, "boolean",
            Boolean.class, "boolean",
            int.class, "integer",
            long.class, "integer",
            Long.class, "integer",
            BigDecimal.class, "number");
    private static final Set<Type> FLOATING = Set.of(double.class, Double.class);

    private final JsonNode document;
    private final List<String> differences = new ArrayList<>();
    private final Set<String> compared = new HashSet<>();

    private OpenApiRecords(JsonNode document) {
        this.document = document;
    }

    /**
     * What differs, a line each.
     *
     * @param openApi the document
     * @param answers the record of each path's answer to GET
     */
    public static List<String> differences(byte[] openApi, Map<String, Class<? extends Record>> answers)
            throws IOException {
        OpenApiRecords comparison = new OpenApiRecords(new ObjectMapper().readTree(openApi));
        answers.forEach(comparison::compareAnswer);
        return comparison.differences;
    }

    private void compareAnswer(String path, Class<? extends Record> answer) {
        JsonNode schema = document.path("paths")
                .path(path)
                .path("get")
                .path("responses")
                .path("200")
                .path("content")
                .path("application/json")
                .path("schema");
        compare(path, schema, answer);
    }

    private void compare(String at, JsonNode written, Type type) {
        JsonNode schema = resolved(written);
        if (type instanceof Class<?> record && record.isRecord()) {
            if (compared.add(record.getName() + " " + written)) {
                compareRecord(at, schema, record);
            }
        } else if (type instanceof Class<?> constants && constants.isEnum()) {
            expect(at, "enum of " + words(constants), "enum of " + values(schema.path("enum")));
        } else if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            expect(at, "object", schema.path("type").asText());
            compare(at + ".*", schema.path("additionalProperties"), generic.getActualTypeArguments()[1]);
        } else if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            expect(at, "array", schema.path("type").asText());
            compare(at + "[]", schema.path("items"), list.getActualTypeArguments()[0]);
        } else {
            expect(at, FLOATING.contains(type) ? "number" : String.valueOf(TYPES.get(type)), text(schema));
        }
    }

    private void compareRecord(String at, JsonNode schema, Class<?> record) {
        Set<String> properties = new TreeSet<>();
        Set<String> required = new TreeSet<>();
        for (RecordComponent component : record.getRecordComponents()) {
            Type type = component.getGenericType();
            properties.add(component.getName());
            if (type instanceof ParameterizedType optional && optional.getRawType() == Optional.class) {
                type = optional.getActualTypeArguments()[0];
            } else {
                required.add(component.getName());
            }
            compare(at + "." + component.getName(), schema.path("properties").path(component.getName()), type);
        }
        expect(at, "object", schema.path("type").asText());
        expect(at + ": properties", properties, names(schema.path("properties")));
        expect(at + ": required", required, values(schema.path("required")));
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    /** A string may be one of some words that are no enum in Java. */
    private static String text(JsonNode schema) {
        String format = schema.path("format").asText();
        String type = schema.path("type").asText();
        return type.equals("string") && !format.isEmpty() ? type + "/" + format : type;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.properties().forEach(member -> names.add(member.getKey()));
        return names;
    }

    private static Set<String> values(JsonNode array) {
        Set<String> values = new TreeSet<>();
        array.forEach(value -> values.add(value.asText()));
        return values;
    }

    private static Collection<String> words(Class<?> constants) {
        return new TreeSet<>(Arrays.stream(constants.getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .toList());
    }

    private void expect(String at, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            differences.add(at + ": expected " + expected + ", the document has " + actual);
        }
    }
}
