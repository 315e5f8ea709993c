package io.truenorth.gateway.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.truenorth.gateway.json.JsonValue.Items;
import java.io.IOException;
import java.util.List;

/** The items of an array, read once and one by one, so that only one tree is in memory at a time. */
public final class JsonItems {

    private static final JsonLimits LIMITS = JsonLimits.PAYLOAD;

    private JsonItems() {}

    /** What is made of each item. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Takes an item as an array of it alone.
         *
         * @param sent the array, with the item as it was sent
         * @param array the same, read
         * @param violations what is wrong with its form
         */
        void take(String sent, JsonValue array, Violations violations);
    }

    /**
     * Reads an array; one without items is handed over as it is.
     *
     * @throws InvalidJsonException if the text is not JSON, or no array; items before the place have been handed over then
     */
    public static void readEach(String text, Sink sink) throws InvalidJsonException {
        JsonText.read(text, LIMITS, parser -> {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                throw JsonText.unexpected(parser, "an array");
            }
            if (parser.nextToken() == JsonToken.END_ARRAY) {
                sink.take(text, new Items(List.of()), new Violations());
                return text;
            }
            do {
                take(parser, text, sink);
            } while (parser.nextToken() != JsonToken.END_ARRAY);
            return text;
        });
    }

    private static void take(JsonParser parser, String text, Sink sink) throws IOException {
        int from = (int) parser.currentTokenLocation().getCharOffset();
        Violations violations = new Violations();
        JsonValue array = new JsonTree(parser, LIMITS, violations).readAsOnlyItem();
        parser.finishToken();
        String item = text.substring(from, (int) parser.currentLocation().getCharOffset());
        sink.take("[" + item + "]", array, violations);
    }
}
