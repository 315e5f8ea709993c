package io.truenorth.documents;

import java.util.List;
import java.util.Map;

/** What stands in a document, before anybody has said what it should be. */
sealed interface RawValue {

    /** How a message calls a value that was found in place of another. */
    String shown();

    /** A scalar: text, number or boolean, as written. */
    record Scalar(String text) implements RawValue {
        @Override
        public String shown() {
            return Excerpt.of(text);
        }
    }

    /** A key without a value. */
    record Nothing() implements RawValue {
        @Override
        public String shown() {
            return "nothing";
        }
    }

    /** A value that was reported as a problem already. */
    record Reported() implements RawValue {
        @Override
        public String shown() {
            return "a value with a problem";
        }
    }

    /** A list. */
    record Items(List<RawValue> values) implements RawValue {
        @Override
        public String shown() {
            return "a list";
        }
    }

    /** A map, in the order of the document. */
    record Entries(Map<String, RawValue> values) implements RawValue {
        @Override
        public String shown() {
            return "a map";
        }
    }
}
