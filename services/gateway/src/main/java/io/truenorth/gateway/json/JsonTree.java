package io.truenorth.gateway.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.truenorth.gateway.json.JsonText.JsonLimits;
import java.io.IOException;

/**
 * Reads the value at a parser's position as a tree of bounded size. What leaves the rest of the document readable, such as a
 * duplicate member, is a violation rather than an exception.
 */
final class JsonTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final JsonLimits limits;
    private final Violations violations;
    private int values;

    JsonTree(JsonParser parser, JsonLimits limits, Violations violations) {
        this.parser = parser;
        this.limits = limits;
        this.violations = violations;
    }

    /** Reads the value to its end. Beyond the limit of values the rest is left out, which is a violation. */
    JsonNode read() throws IOException {
        return checkSize(value(Pointer.ROOT));
    }

    /** Reads the value to its end, as the only item of an array. */
    ArrayNode readAsOnlyItem() throws IOException {
        values = 1;
        JsonNode item = checkSize(value(Pointer.ROOT.item(0)));
        return NODES.arrayNode().add(item);
    }

    private JsonNode checkSize(JsonNode value) {
        if (values > limits.maxValues()) {
            violations.add("", "expected up to " + limits.maxValues() + " values in " + limits.subject());
        }
        return value;
    }

    private JsonNode value(Pointer pointer) throws IOException {
        if (++values > limits.maxValues()) {
            parser.skipChildren();
            return NODES.nullNode();
        }
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(pointer);
            case START_ARRAY -> array(pointer);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> new JsonNumber(parser.getText());
        };
    }

    /** Of a member that is given twice the first value is kept. */
    private ObjectNode object(Pointer pointer) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Pointer member = pointer.member(name);
            parser.nextToken();
            JsonNode value = value(member);
            if (values > limits.maxValues()) {
                continue;
            }
            if (object.putIfAbsent(name, value) != null) {
                violations.add(member.toString(), "expected every field once, was given twice");
            }
        }
        return object;
    }

    private ArrayNode array(Pointer pointer) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode value = value(pointer.item(array.size()));
            if (values <= limits.maxValues()) {
                array.add(value);
            }
        }
        return array;
    }
}
