package io.truenorth.gateway.json;

import io.truenorth.documents.Excerpt;
import java.util.List;
import java.util.Map;

/** A JSON value. */
public sealed interface JsonValue {

    /** How a message calls it when it was found in place of another. */
    String shown();

    /** A string. */
    record Text(String text) implements JsonValue {
        @Override
        public String shown() {
            return Excerpt.of(text);
        }
    }

    /** A number, as it was written. */
    record Number(String text) implements JsonValue {
        @Override
        public String shown() {
            return Excerpt.plain(text, 40);
        }
    }

    /** {@code true} or {@code false}. */
    record Truth(boolean value) implements JsonValue {
        @Override
        public String shown() {
            return Boolean.toString(value);
        }
    }

    /** {@code null}. */
    record Null() implements JsonValue {
        @Override
        public String shown() {
            return "null";
        }
    }

    /** An array. */
    record Items(List<JsonValue> values) implements JsonValue {
        @Override
        public String shown() {
            return "an array";
        }
    }

    /** An object; of a key that was given twice, the first value. */
    record Members(Map<String, JsonValue> values) implements JsonValue {
        @Override
        public String shown() {
            return "an object";
        }
    }
}
