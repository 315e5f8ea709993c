package io.truenorth.gateway.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.truenorth.gateway.json.JsonText.InvalidJsonException;
import io.truenorth.gateway.json.JsonText.JsonLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The items of a JSON array, each as the text that was sent.
 *
 * @param items the texts of the items
 * @param rest the other members of the object that holds the array
 */
public record JsonParts(List<String> items, ObjectNode rest) {

    /** Receives the items of an array one by one, so that only one tree is in memory at a time. */
    @FunctionalInterface
    public interface ItemConsumer {
        /**
         * Takes an item.
         *
         * @param sent the text of an array that holds the item alone
         * @param array the same, read
         * @param violations what is wrong with its form
         */
        void accept(String sent, ArrayNode array, Violations violations);
    }

    /**
     * Splits an array.
     *
     * @throws InvalidJsonException if the text is not a JSON array
     */
    public static JsonParts ofArray(String text) throws InvalidJsonException {
        List<String> items = JsonText.read(text, JsonLimits.PAYLOAD, parser -> items(parser, text));
        return new JsonParts(items, JsonNodeFactory.instance.objectNode());
    }

    /**
     * Splits an array that is a member of an object; of a member that is given twice the first counts.
     *
     * @throws InvalidJsonException if the text is not a JSON object with such an array
     */
    public static JsonParts ofMember(String name, String text) throws InvalidJsonException {
        return JsonText.read(text, JsonLimits.MESSAGE, parser -> member(parser, name, text));
    }

    /**
     * Reads the items of an array one by one. An empty array is passed on as it is.
     *
     * @throws InvalidJsonException if the text is not a JSON array; items before the error have been passed on by then
     */
    public static void forEachItem(String text, ItemConsumer consumer) throws InvalidJsonException {
        JsonText.read(text, JsonLimits.PAYLOAD, parser -> {
            requireArray(parser);
            if (parser.nextToken() == JsonToken.END_ARRAY) {
                consumer.accept(text, JsonNodeFactory.instance.arrayNode(), new Violations());
                return text;
            }
            do {
                readItem(parser, text, consumer);
            } while (parser.nextToken() != JsonToken.END_ARRAY);
            return text;
        });
    }

    private static void readItem(JsonParser parser, String text, ItemConsumer consumer) throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        Violations violations = new Violations();
        ArrayNode array = new JsonTree(parser, JsonLimits.PAYLOAD, violations).readAsOnlyItem();
        parser.finishToken();
        String item = text.substring(start, (int) parser.currentLocation().getCharOffset());
        consumer.accept("[" + item + "]", array, violations);
    }

    private static JsonParts member(JsonParser parser, String name, String text) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw JsonText.unexpected(parser, "an object");
        }
        List<String> items = List.of();
        boolean found = false;
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String member = parser.currentName();
            parser.nextToken();
            if (member.equals(name) && !found) {
                items = items(parser, text);
                found = true;
            } else {
                rest.putIfAbsent(member, new JsonTree(parser, JsonLimits.EVENT, new Violations()).read());
            }
        }
        if (!found) {
            throw JsonText.unexpected(parser, "a member " + name);
        }
        return new JsonParts(items, rest);
    }

    private static List<String> items(JsonParser parser, String text) throws IOException {
        requireArray(parser);
        List<String> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int start = (int) parser.currentTokenLocation().getCharOffset();
            parser.skipChildren();
            parser.finishToken();
            items.add(text.substring(start, (int) parser.currentLocation().getCharOffset()));
        }
        return items;
    }

    private static void requireArray(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw JsonText.unexpected(parser, "an array");
        }
    }
}
