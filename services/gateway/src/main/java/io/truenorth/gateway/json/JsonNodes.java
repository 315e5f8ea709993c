package io.truenorth.gateway.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.documents.Excerpt;
import java.util.Optional;

/** Reads the nodes of a JSON tree. */
public final class JsonNodes {

    private JsonNodes() {}

    /** A member of an object; empty if it is missing or {@code null}. */
    public static Optional<JsonNode> member(JsonNode object, String name) {
        return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
    }

    /** The text of a string; empty for any other node. */
    public static Optional<String> string(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }

    /** The text of a string, number or boolean, as it was written; empty for null, arrays and objects. */
    public static Optional<String> scalar(JsonNode node) {
        return node.isTextual() || node.isNumber() || node.isBoolean() ? Optional.of(node.asText()) : Optional.empty();
    }

    /** How an error message names a node that was found in place of another. */
    public static String describe(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> Excerpt.of(node.asText());
            case NUMBER -> Excerpt.plain(node.asText(), 40);
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            default -> node.asText();
        };
    }
}
