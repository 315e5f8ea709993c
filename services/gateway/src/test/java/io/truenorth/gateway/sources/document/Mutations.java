package io.truenorth.gateway.sources.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.truenorth.gateway.json.JsonNumber;
import java.util.List;
import java.util.Random;

/** Takes members out of a payload and puts others in their places, at random. */
final class Mutations {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<JsonNode> OTHERS = List.of(
            NODES.nullNode(),
            NODES.booleanNode(true),
            new JsonNumber("-1"),
            new JsonNumber("1e99"),
            new JsonNumber("99999999999999999999999999"),
            new JsonNumber("0.5"),
            NODES.textNode(""),
            NODES.textNode(" \u0000\ud800 "),
            NODES.textNode("x".repeat(5000)),
            NODES.textNode("yesterday"),
            NODES.arrayNode(),
            NODES.arrayNode().addNull().add("*"),
            NODES.objectNode());

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    JsonNode of(JsonNode value) {
        if (random.nextInt(25) == 0) {
            return OTHERS.get(random.nextInt(OTHERS.size()));
        }
        if (value.isObject()) {
            return ofObject(value);
        }
        if (value.isArray()) {
            ArrayNode others = NODES.arrayNode();
            value.forEach(item -> others.add(of(item)));
            return others;
        }
        return value;
    }

    private ObjectNode ofObject(JsonNode object) {
        ObjectNode others = NODES.objectNode();
        object.properties().forEach(member -> {
            if (random.nextInt(25) > 0) {
                others.set(member.getKey(), of(member.getValue()));
            }
        });
        return others;
    }
}
