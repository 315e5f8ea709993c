package io.truenorth.gateway.sources.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.ingest.Translation.UnmappedException;
import io.truenorth.gateway.json.JsonNodes;
import io.truenorth.identity.MissingValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a text comes from: one of a closed list of functions over locations in a payload. */
interface Expression {

    /**
     * The value for a payload; empty if the payload has none.
     *
     * @throws UnmappedException if the payload has a value that is invalid
     */
    Optional<Extracted> evaluate(WebhookPayload payload) throws UnmappedException;

    /** Every location that is read. */
    Stream<PayloadLocation> locations();

    /** Every text that it may evaluate to whatever the payload. */
    default Stream<String> constants() {
        return Stream.empty();
    }

    /** An expression over another one. */
    interface Derived extends Expression {
        /** The other one. */
        Expression of();

        @Override
        default Stream<PayloadLocation> locations() {
            return of().locations();
        }
    }

    /**
     * The value of an expression for one payload.
     *
     * @param text never empty, without space at its ends
     * @param origin the pointer or header that it comes from; empty for what the document states
     */
    record Extracted(String text, String origin) {

        /** Longer exponents are rejected: their arithmetic would take hours. */
        private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d{1,40}(\\.\\d{1,40})?([eE][-+]?\\d{1,2})?");

        /** A value that the document states. */
        static Extracted constant(String text) {
            return new Extracted(text, "");
        }

        Extracted withText(String other) {
            return new Extracted(other, origin);
        }

        /**
         * The value as a number.
         *
         * @param expected what an error message asks for, such as {@code a number}
         */
        BigDecimal decimal(String expected) throws UnmappedException {
            if (!isDecimal(text)) {
                throw unexpected(expected);
            }
            return new BigDecimal(text);
        }

        static boolean isDecimal(String text) {
            return DECIMAL.matcher(text).matches();
        }

        /** The exception for a value that is not what was expected. */
        UnmappedException unexpected(String expected) {
            return new UnmappedException(origin, "expected " + expected + ", was " + Excerpt.of(text));
        }
    }

    /** The same for every payload. */
    record Constant(String text) implements Expression {
        @Override
        public Optional<Extracted> evaluate(WebhookPayload payload) {
            return Optional.of(Extracted.constant(text));
        }

        @Override
        public Stream<PayloadLocation> locations() {
            return Stream.empty();
        }

        @Override
        public Stream<String> constants() {
            return Stream.of(text);
        }
    }

    /** The scalar at a location: a text, a number as it is written, or true or false. */
    record At(PayloadLocation location) implements Expression {
        @Override
        public Optional<Extracted> evaluate(WebhookPayload payload) throws UnmappedException {
            Optional<JsonNode> found = location.find(payload);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            String text = JsonNodes.scalar(found.get())
                    .orElseThrow(() -> new UnmappedException(
                            location.describe(payload),
                            "expected a text or a number, was " + JsonNodes.describe(found.get())));
            return Optional.of(new Extracted(text.strip(), location.describe(payload)));
        }

        @Override
        public Stream<PayloadLocation> locations() {
            return Stream.of(location);
        }
    }

    /** The first of several values that the payload has; a program's word for a missing value only if there is no other. */
    record First(List<Expression> values) implements Expression {
        @Override
        public Optional<Extracted> evaluate(WebhookPayload payload) throws UnmappedException {
            Optional<Extracted> missing = Optional.empty();
            for (Expression value : values) {
                Optional<Extracted> found = value.evaluate(payload);
                if (found.isPresent() && !MissingValue.is(found.get().text())) {
                    return found;
                }
                missing = missing.or(() -> found);
            }
            return missing;
        }

        @Override
        public Stream<PayloadLocation> locations() {
            return values.stream().flatMap(Expression::locations);
        }

        @Override
        public Stream<String> constants() {
            return values.stream().flatMap(Expression::constants);
        }
    }
}
