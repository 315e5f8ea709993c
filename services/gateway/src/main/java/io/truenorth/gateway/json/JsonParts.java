package io.truenorth.gateway.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.truenorth.gateway.json.JsonValue.Members;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A text of JSON that holds many things, taken apart into the text of each, as it was sent.
 *
 * @param items the texts of the things
 * @param rest what stands beside them
 */
public record JsonParts(List<String> items, Members rest) {

    /**
     * The items of an array.
     *
     * @throws InvalidJsonException if the text is not JSON, or no array
     */
    public static JsonParts ofArray(String text) throws InvalidJsonException {
        List<String> items = JsonText.read(text, JsonLimits.PAYLOAD, parser -> items(parser, text));
        return new JsonParts(items, new Members(Map.of()));
    }

    /**
     * The items of an array that is a member of an object, and its other members; of one that is given twice, the first.
     *
     * @throws InvalidJsonException if the text is not JSON, or no object with such an array
     */
    public static JsonParts ofMember(String name, String text) throws InvalidJsonException {
        return JsonText.read(text, JsonLimits.MESSAGE, parser -> members(parser, name, text));
    }

    private static JsonParts members(JsonParser parser, String name, String text) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw JsonText.unexpected(parser, "an object");
        }
        List<String> items = List.of();
        boolean found = false;
        Map<String, JsonValue> rest = new LinkedHashMap<>();
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
        return new JsonParts(items, new Members(rest));
    }

    private static List<String> items(JsonParser parser, String text) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw JsonText.unexpected(parser, "an array");
        }
        List<String> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int from = (int) parser.currentTokenLocation().getCharOffset();
            parser.skipChildren();
            parser.finishToken();
            items.add(text.substring(from, (int) parser.currentLocation().getCharOffset()));
        }
        return items;
    }
}
