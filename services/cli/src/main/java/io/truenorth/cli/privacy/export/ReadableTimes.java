package io.truenorth.cli.privacy.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.regex.Pattern;

/** The times of records for people: {@code occurredAtUtc} in ISO 8601 beside {@code occurredAt} in epoch milliseconds. */
final class ReadableTimes {
    private static final Pattern TIME = Pattern.compile("at|until|goneBy|[a-z][A-Za-z]*At");
    private static final String SUFFIX = "Utc";

    private ReadableTimes() {}

    /** Whether a numeric field of the contracts is a time in epoch milliseconds, by its name. */
    static boolean isTime(String field) {
        return TIME.matcher(field).matches();
    }

    /** A copy of a record with its times, and those of the records in it, in both forms. */
    static ObjectNode added(ObjectNode record) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        record.properties().forEach(field -> {
            copy.set(field.getKey(), added(field.getValue()));
            if (field.getValue().isIntegralNumber() && isTime(field.getKey())) {
                Instant time = Instant.ofEpochMilli(field.getValue().longValue());
                copy.put(field.getKey() + SUFFIX, time.toString());
            }
        });
        return copy;
    }

    private static JsonNode added(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return added(object);
        }
        if (value instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> copy.add(added(item)));
            return copy;
        }
        return value;
    }
}
