package io.truenorth.gateway.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.truenorth.documents.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a form as a JSON object of texts. Names with brackets nest: {@code data[merges][EMAIL]} is {@code
 * /data/merges/EMAIL}. A name that occurs several times, one that ends in {@code []}, and names that count from {@code [0]} on are
 * arrays.
 */
public final class FormObject {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_NAME_LENGTH = 1024;
    private static final int MAX_DEPTH = 32;
    private static final String NEXT_ITEM = "";

    private FormObject() {}

    /**
     * The object of some fields.
     *
     * @throws UnreadableBodyException if a name is too long or nested too deeply, or is that of a text in one field and of an object
     *     in another
     */
    public static ObjectNode of(List<FormField> fields) throws UnreadableBodyException {
        ObjectNode root = NODES.objectNode();
        for (FormField field : fields) {
            add(field, steps(field.name()), root);
        }
        root.properties().forEach(member -> member.setValue(withArrays(member.getValue())));
        return root;
    }

    /** The steps that a name leads through; a name whose brackets do not match is one step. */
    private static List<String> steps(String name) throws UnreadableBodyException {
        if (name.length() > MAX_NAME_LENGTH) {
            throw new UnreadableBodyException("expected names of fields of up to " + MAX_NAME_LENGTH + " characters");
        }
        int open = name.indexOf('[');
        if (open <= 0 || !name.endsWith("]")) {
            return List.of(name);
        }
        List<String> steps = new ArrayList<>(List.of(name.substring(0, open)));
        for (String step : name.substring(open + 1, name.length() - 1).split("]\\[", -1)) {
            if (step.contains("[") || step.contains("]")) {
                return List.of(name);
            }
            steps.add(step);
        }
        if (steps.size() > MAX_DEPTH) {
            throw new UnreadableBodyException("expected names of fields of up to " + MAX_DEPTH + " levels");
        }
        return steps;
    }

    /** What is at a place once a value is added below it. */
    private static JsonNode with(@Nullable JsonNode before, List<String> steps, FormField field)
            throws UnreadableBodyException {
        if (steps.isEmpty()) {
            return before == null
                    ? NODES.textNode(field.value())
                    : array(before, field).add(field.value());
        }
        if (steps.get(0).equals(NEXT_ITEM)) {
            ArrayNode items = before == null ? NODES.arrayNode() : array(before, field);
            return items.add(with(null, steps.subList(1, steps.size()), field));
        }
        if (before != null && !before.isObject()) {
            throw conflict(field);
        }
        ObjectNode object = before == null ? NODES.objectNode() : (ObjectNode) before;
        add(field, steps, object);
        return object;
    }

    private static void add(FormField field, List<String> steps, ObjectNode object) throws UnreadableBodyException {
        String member = steps.get(0);
        object.set(member, with(object.get(member), steps.subList(1, steps.size()), field));
    }

    private static ArrayNode array(JsonNode before, FormField field) throws UnreadableBodyException {
        if (before.isObject()) {
            throw conflict(field);
        }
        return before.isArray() ? (ArrayNode) before : NODES.arrayNode().add(before);
    }

    private static UnreadableBodyException conflict(FormField field) {
        return new UnreadableBodyException("expected the field " + Excerpt.of(field.name())
                + " to have one form, but it is a text, an array or an object by turns");
    }

    /** Objects whose members are counted from 0 on are arrays. */
    private static JsonNode withArrays(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                member.setValue(withArrays(member.getValue()));
            }
            return isCounted(object) ? items(object) : object;
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, withArrays(array.get(i)));
            }
        }
        return node;
    }

    private static boolean isCounted(ObjectNode object) {
        for (int i = 0; i < object.size(); i++) {
            if (!object.has(Integer.toString(i))) {
                return false;
            }
        }
        return !object.isEmpty();
    }

    private static ArrayNode items(ObjectNode object) {
        ArrayNode items = NODES.arrayNode();
        for (int i = 0; i < object.size(); i++) {
            items.add(object.get(Integer.toString(i)));
        }
        return items;
    }
}
