package io.truenorth.documents.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** A validator of JSON Schema, draft 2020-12, with the keywords that the schema of models uses; others are errors. */
final class JsonSchema {

    private static final Set<String> ANNOTATIONS = Set.of("$schema", "$defs", "title", "description", "default");

    private final JsonNode root;

    JsonSchema(JsonNode root) {
        this.root = root;
    }

    /** The paths of what violates the schema, each with the keyword. */
    List<String> violations(JsonNode value) {
        List<String> violations = new ArrayList<>();
        check("", root, value, violations);
        return violations;
    }

    private void check(String path, JsonNode schema, JsonNode value, List<String> violations) {
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            if (!ANNOTATIONS.contains(keyword.getKey())) {
                check(path, schema, keyword.getKey(), keyword.getValue(), value, violations);
            }
        }
    }

    private void check(
            String path, JsonNode schema, String keyword, JsonNode argument, JsonNode value, List<String> violations) {
        boolean valid = switch (keyword) {
            case "$ref" -> {
                check(path, root.at(argument.asText().substring(1)), value, violations);
                yield true;
            }
            case "type" -> isOf(argument.asText(), value);
            case "enum" -> contains(argument, value);
            case "const" -> argument.equals(value);
            case "pattern" ->
                !value.isTextual()
                        || Pattern.compile(argument.asText())
                                .matcher(value.asText())
                                .find();
            case "maxLength" -> !value.isTextual() || value.asText().length() <= argument.asInt();
            case "minimum" -> !value.isNumber() || compared(value, argument) >= 0;
            case "maximum" -> !value.isNumber() || compared(value, argument) <= 0;
            case "exclusiveMinimum" -> !value.isNumber() || compared(value, argument) > 0;
            case "minItems" -> !value.isArray() || value.size() >= argument.asInt();
            case "maxItems" -> !value.isArray() || value.size() <= argument.asInt();
            case "required" ->
                !value.isObject()
                        || StreamSupport.stream(argument.spliterator(), false).allMatch(key -> value.has(key.asText()));
            case "not" -> !isValid(argument, value);
            case "anyOf" -> StreamSupport.stream(argument.spliterator(), false).anyMatch(some -> isValid(some, value));
            case "items" -> {
                for (int i = 0; value.isArray() && i < value.size(); i++) {
                    check(path + "[" + i + "]", argument, value.get(i), violations);
                }
                yield true;
            }
            case "propertyNames" ->
                value.properties().stream().allMatch(entry -> isValid(argument, TextNode.valueOf(entry.getKey())));
            case "properties", "additionalProperties" -> {
                checkProperties(path, schema, keyword, value, violations);
                yield true;
            }
            default -> throw new AssertionError("keyword " + keyword);
        };
        if (!valid) {
            violations.add(path + ": " + keyword);
        }
    }

    private void checkProperties(
            String path, JsonNode schema, String keyword, JsonNode value, List<String> violations) {
        JsonNode known = schema.path("properties");
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            String at = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
            boolean isKnown = known.has(entry.getKey());
            if (keyword.equals("properties") && isKnown) {
                check(at, known.get(entry.getKey()), entry.getValue(), violations);
            } else if (keyword.equals("additionalProperties") && !isKnown) {
                JsonNode others = schema.get("additionalProperties");
                if (others.isObject()) {
                    check(at, others, entry.getValue(), violations);
                } else if (!others.asBoolean()) {
                    violations.add(at + ": additionalProperties");
                }
            }
        }
    }

    private boolean isValid(JsonNode schema, JsonNode value) {
        List<String> violations = new ArrayList<>();
        check("", schema, value, violations);
        return violations.isEmpty();
    }

    private static int compared(JsonNode value, JsonNode bound) {
        return value.decimalValue().compareTo(bound.decimalValue());
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        return StreamSupport.stream(values.spliterator(), false).anyMatch(value::equals);
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "number" -> value.isNumber();
            case "integer" ->
                value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
            default -> throw new AssertionError("type " + type);
        };
    }
}
