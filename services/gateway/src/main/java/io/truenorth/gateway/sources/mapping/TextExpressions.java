package io.truenorth.gateway.sources.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.event.UnmappedException;
import io.truenorth.gateway.json.JsonNodes;
import io.truenorth.identity.MissingValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The functions that return texts. */
final class TextExpressions {

    private TextExpressions() {}

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

    /**
     * A value of another system translated by a table.
     *
     * @param otherwise for values that are not listed; without it they are invalid
     */
    record Lookup(Expression of, Map<String, String> values, Optional<String> otherwise) implements Expression.Derived {
        @Override
        public Optional<Extracted> evaluate(WebhookPayload payload) throws UnmappedException {
            Optional<Extracted> found = of.evaluate(payload);
            if (found.isEmpty()) {
                return otherwise.map(text -> Extracted.constant(text));
            }
            Optional<String> ours =
                    Optional.ofNullable(values.get(found.get().text())).or(() -> otherwise);
            return Optional.of(found.get()
                    .withText(ours.orElseThrow(() -> found.get()
                            .unexpected("one of " + Excerpt.plain(String.join(", ", values.keySet()), 200)))));
        }

        @Override
        public Stream<String> constants() {
            return Stream.concat(values.values().stream(), otherwise.stream());
        }
    }

    /** In lower case. */
    record LowerCase(Expression of) implements Expression.Derived {
        @Override
        public Optional<Extracted> evaluate(WebhookPayload payload) throws UnmappedException {
            return of.evaluate(payload).map(found -> found.withText(found.text().toLowerCase(Locale.ROOT)));
        }
    }

    /**
     * A text of digits alone, or one of anything else: of a place that says a number or a word, whichever it has.
     *
     * @param wanted whether digits are wanted, or anything else
     */
    record Digits(boolean wanted, Expression of) implements Expression.Derived {
        @Override
        public Optional<Extracted> evaluate(WebhookPayload payload) throws UnmappedException {
            return of.evaluate(payload).filter(found -> isDigits(found.text()) == wanted);
        }

        private static boolean isDigits(String text) {
            return text.chars().allMatch(character -> character >= '0' && character <= '9');
        }
    }

    /** What follows the last occurrence of a mark; the whole where there is none. */
    record AfterLast(String mark, Expression of) implements Expression.Derived {
        @Override
        public Optional<Extracted> evaluate(WebhookPayload payload) throws UnmappedException {
            return of.evaluate(payload)
                    .map(found -> found.withText(
                            found.text().substring(afterMark(found.text())).strip()))
                    .filter(found -> !found.text().isEmpty());
        }

        private int afterMark(String text) {
            int at = text.lastIndexOf(mark);
            return at < 0 ? 0 : at + mark.length();
        }
    }

    /** How often a mark occurs; nothing where it does not. */
    record Count(String mark, Expression of) implements Expression.Derived {
        @Override
        public Optional<Extracted> evaluate(WebhookPayload payload) throws UnmappedException {
            return of.evaluate(payload)
                    .map(found -> found.withText(Integer.toString(count(found.text()))))
                    .filter(found -> !found.text().equals("0"));
        }

        private int count(String text) {
            int count = 0;
            for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length())) {
                count++;
            }
            return count;
        }
    }

    /** Several values one after the other; nothing if one of them is missing. */
    record Joined(List<Expression> values, String with) implements Expression {
        @Override
        public Optional<Extracted> evaluate(WebhookPayload payload) throws UnmappedException {
            List<Extracted> parts = new ArrayList<>();
            for (Expression value : values) {
                Optional<Extracted> part = value.evaluate(payload);
                if (part.isEmpty()) {
                    return Optional.empty();
                }
                parts.add(part.get());
            }
            String text = parts.stream().map(Extracted::text).collect(Collectors.joining(with));
            String origin = parts.stream()
                    .map(Extracted::origin)
                    .filter(from -> !from.isEmpty())
                    .findFirst()
                    .orElse("");
            return Optional.of(new Extracted(text, origin));
        }

        @Override
        public Stream<PayloadLocation> locations() {
            return values.stream().flatMap(Expression::locations);
        }
    }
}
