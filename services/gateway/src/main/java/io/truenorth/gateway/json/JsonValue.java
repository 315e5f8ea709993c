package io.truenorth.gateway.json;

import io.truenorth.documents.Excerpt;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value. */
public sealed interface JsonValue {

    /** How a message calls it when it was found in place of another. */
    String shown();

    /** The text of a string, a number as it is written, or {@code true} or {@code false}; nothing of other values. */
    default Optional<String> scalar() {
        if (this instanceof Text string) {
            return Optional.of(string.text());
        }
        if (this instanceof Number number) {
            return Optional.of(number.text());
        }
        return this instanceof Truth truth ? Optional.of(Boolean.toString(truth.value())) : Optional.empty();
    }

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
