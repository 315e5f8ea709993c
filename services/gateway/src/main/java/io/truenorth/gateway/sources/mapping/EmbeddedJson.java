package io.truenorth.gateway.sources.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.truenorth.gateway.ingest.Translation.UnmappedException;
import io.truenorth.gateway.json.JsonText;
import io.truenorth.gateway.json.JsonText.InvalidJsonException;
import io.truenorth.gateway.json.JsonText.JsonLimits;
import io.truenorth.gateway.json.Pointer;
import io.truenorth.gateway.json.Violations;
import io.truenorth.gateway.json.Violations.Violation;
import io.truenorth.gateway.sources.mapping.WebhookPayload.PayloadPointer;
import java.util.List;

/**
 * Texts of a payload that hold JSON, each of which is replaced by it.
 *
 * @param texts where they are; a {@code *} stands for every item of an array
 */
record EmbeddedJson(List<PayloadPointer> texts) {

    private static final int MAX_VALUES = 100_000;

    static final EmbeddedJson NONE = new EmbeddedJson(List.of());

    /**
     * The payload with what its texts hold.
     *
     * @throws UnmappedException naming the text that is not JSON, or exceeds a limit
     */
    WebhookPayload parse(WebhookPayload payload) throws UnmappedException {
        if (texts.isEmpty()) {
            return payload;
        }
        Parser parser = new Parser();
        JsonNode body = payload.body().deepCopy();
        for (PayloadPointer text : texts) {
            body = parser.replace(body, text.steps(), "");
        }
        return payload.withBody(body);
    }

    /** Replaces texts, up to a number of values in all of them together. */
    private static final class Parser {
        private int values;

        /** What a node is once the texts that some steps lead to are replaced. */
        JsonNode replace(JsonNode node, List<String> steps, String path) throws UnmappedException {
            if (steps.isEmpty()) {
                return node.isTextual() && !node.asText().isBlank() ? parsed(node.asText(), path) : node;
            }
            String step = steps.get(0);
            List<String> inner = steps.subList(1, steps.size());
            if (node instanceof ArrayNode items) {
                for (int i = 0; i < items.size(); i++) {
                    if (step.equals(PayloadPointer.STAR) || step.equals(Integer.toString(i))) {
                        items.set(i, replace(items.get(i), inner, path + "/" + i));
                    }
                }
            } else if (node instanceof ObjectNode object && object.has(step)) {
                object.set(step, replace(object.get(step), inner, Pointer.append(path, step)));
            }
            return node;
        }

        private JsonNode parsed(String text, String path) throws UnmappedException {
            Violations violations = new Violations();
            JsonNode value = read(text, path, violations);
            values += size(value);
            if (values > MAX_VALUES) {
                throw new UnmappedException(
                        path, "expected up to " + MAX_VALUES + " values in the texts of parse together");
            }
            if (!violations.isEmpty()) {
                Violation first = violations.list().get(0);
                throw new UnmappedException(path + first.path(), first.message());
            }
            return value;
        }

        private static JsonNode read(String text, String path, Violations violations) throws UnmappedException {
            try {
                return JsonText.readValue(text, JsonLimits.PAYLOAD, violations);
            } catch (InvalidJsonException e) {
                throw new UnmappedException(path, "expected a text of JSON: " + e.getMessage());
            }
        }

        private static int size(JsonNode node) {
            int size = 1;
            for (JsonNode child : node) {
                size += size(child);
            }
            return size;
        }
    }
}
