package io.truenorth.gateway.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.documents.NameSuggestions;
import io.truenorth.gateway.json.JsonNodes;
import io.truenorth.gateway.json.JsonNumber;
import io.truenorth.gateway.json.Pointer;
import io.truenorth.gateway.json.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the fields of a JSON object. {@code null} is as good as a missing field. A field of the wrong type is a violation, and so
 * is one that was never asked for.
 */
final class JsonFields {

    private final JsonNode object;
    private final Pointer pointer;
    private final Violations violations;
    /** The few names that were asked for; a search through them is faster than a set. */
    private final List<String> known = new ArrayList<>();

    private JsonFields(JsonNode object, Pointer pointer, Violations violations) {
        this.object = object;
        this.pointer = pointer;
        this.violations = violations;
    }

    /** The fields of a node; empty if it is not an object, which is a violation. */
    static Optional<JsonFields> of(JsonNode node, Pointer pointer, Violations violations) {
        if (node.isObject()) {
            return Optional.of(new JsonFields(node, pointer, violations));
        }
        violations.add(pointer.toString(), "expected an object, was " + JsonNodes.describe(node));
        return Optional.empty();
    }

    Optional<JsonNode> value(String name) {
        known.add(name);
        return JsonNodes.member(object, name);
    }

    Optional<String> text(String name) {
        return value(name).flatMap(value -> text(name, value));
    }

    /** @param expected what the error message asks for, such as {@code a number from -1 to 1} */
    Optional<JsonNumber> number(String name, String expected) {
        Optional<JsonNode> value = value(name);
        if (value.isPresent() && !(value.get() instanceof JsonNumber)) {
            violation(name, "expected " + expected + ", was " + JsonNodes.describe(value.get()));
        }
        return value.filter(JsonNumber.class::isInstance).map(JsonNumber.class::cast);
    }

    Optional<Boolean> bool(String name) {
        Optional<JsonNode> value = value(name);
        if (value.isPresent() && !value.get().isBoolean()) {
            violation(name, "expected true or false, was " + JsonNodes.describe(value.get()));
        }
        return value.filter(JsonNode::isBoolean).map(JsonNode::asBoolean);
    }

    Optional<JsonFields> object(String name) {
        return value(name).flatMap(value -> of(value, pointerOf(name), violations));
    }

    /** The texts of an object by their names, in the order of the names. */
    Map<String, String> texts(String name) {
        Map<String, String> texts = new TreeMap<>();
        object(name)
                .ifPresent(fields -> fields.object.fieldNames().forEachRemaining(key -> {
                    Optional<JsonNode> value = JsonNodes.member(fields.object, key);
                    if (value.isEmpty()) {
                        fields.violation(key, "expected, but missing");
                    }
                    value.flatMap(node -> fields.text(key, node)).ifPresent(text -> texts.put(key, text));
                }));
        return texts;
    }

    private Optional<String> text(String name, JsonNode value) {
        if (!value.isTextual()) {
            violation(name, "expected a text, was " + JsonNodes.describe(value));
        }
        return JsonNodes.string(value);
    }

    void violation(String name, String message) {
        violations.add(pointerOf(name).toString(), message);
    }

    Pointer pointerOf(String name) {
        return pointer.member(name);
    }

    /** Adds a violation for every field that was not read. */
    void rejectUnknown() {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                violation(name, "unknown field" + NameSuggestions.didYouMean(name, known));
            }
        });
    }
}
