package io.truenorth.gateway.sources.mapping;

import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.json.JsonValue;
import io.truenorth.identity.MissingValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The functions that make texts. */
final class TextValues {

    private TextValues() {}

    /** The same for every payload. */
    record Constant(String text) implements Value {
        @Override
        public Optional<Found> in(WebhookPayload payload) {
            return Optional.of(new Found(text, ""));
        }

        @Override
        public Stream<PayloadLocation> places() {
            return Stream.empty();
        }

        @Override
        public Stream<String> constants() {
            return Stream.of(text);
        }
    }

    /** What stands at a place: a text, a number as it is written, or true or false. */
    record At(PayloadLocation place) implements Value {
        @Override
        public Optional<Found> in(WebhookPayload payload) throws UnreadablePayloadException {
            Optional<JsonValue> found = place.find(payload);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            String text = found.get()
                    .scalar()
                    .orElseThrow(() -> new UnreadablePayloadException(
                            place.in(payload),
                            "expected a text or a number, was " + found.get().shown()));
            return Optional.of(new Found(text.strip(), place.in(payload)));
        }

        @Override
        public Stream<PayloadLocation> places() {
            return Stream.of(place);
        }
    }

    /** The first of several values that the payload says; a program's word for a missing value only where it says no other. */
    record First(List<Value> values) implements Value {
        @Override
        public Optional<Found> in(WebhookPayload payload) throws UnreadablePayloadException {
            Optional<Found> missing = Optional.empty();
            for (Value value : values) {
                Optional<Found> found = value.in(payload);
                if (found.isPresent() && !MissingValue.is(found.get().text())) {
                    return found;
                }
                missing = missing.or(() -> found);
            }
            return missing;
        }

        @Override
        public Stream<PayloadLocation> places() {
            return values.stream().flatMap(Value::places);
        }

        @Override
        public Stream<String> constants() {
            return values.stream().flatMap(Value::constants);
        }
    }

    /**
     * What another system's word is called here.
     *
     * @param otherwise for words that are not listed; where it is missing they are not understood
     */
    record Lookup(Value of, Map<String, String> values, Optional<String> otherwise) implements Value.Derived {
        @Override
        public Optional<Found> in(WebhookPayload payload) throws UnreadablePayloadException {
            Optional<Found> found = of.in(payload);
            if (found.isEmpty()) {
                return otherwise.map(text -> new Found(text, ""));
            }
            Optional<String> ours =
                    Optional.ofNullable(values.get(found.get().text())).or(() -> otherwise);
            return Optional.of(found.get()
                    .withText(ours.orElseThrow(() -> new UnreadablePayloadException(
                            found.get().origin(),
                            "expected one of " + Excerpt.plain(String.join(", ", values.keySet()), 200) + ", was "
                                    + Excerpt.of(found.get().text())))));
        }

        @Override
        public Stream<String> constants() {
            return Stream.concat(values.values().stream(), otherwise.stream());
        }
    }

    /** In lower case. */
    record LowerCase(Value of) implements Value.Derived {
        @Override
        public Optional<Found> in(WebhookPayload payload) throws UnreadablePayloadException {
            return of.in(payload).map(found -> found.withText(found.text().toLowerCase(Locale.ROOT)));
        }
    }

    /**
     * A text of digits alone, or one of anything else: of a place that says a number or a word, whichever it has.
     *
     * @param wanted whether it is the digits that are asked for
     */
    record Digits(boolean wanted, Value of) implements Value.Derived {
        @Override
        public Optional<Found> in(WebhookPayload payload) throws UnreadablePayloadException {
            return of.in(payload).filter(found -> isDigits(found.text()) == wanted);
        }

        private static boolean isDigits(String text) {
            return text.chars().allMatch(character -> character >= '0' && character <= '9');
        }
    }

    /** What follows the last occurrence of a mark; the whole where there is none. */
    record AfterLast(String mark, Value of) implements Value.Derived {
        @Override
        public Optional<Found> in(WebhookPayload payload) throws UnreadablePayloadException {
            return of.in(payload)
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
    record Count(String mark, Value of) implements Value.Derived {
        @Override
        public Optional<Found> in(WebhookPayload payload) throws UnreadablePayloadException {
            return of.in(payload)
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
    record Joined(List<Value> values, String with) implements Value {
        @Override
        public Optional<Found> in(WebhookPayload payload) throws UnreadablePayloadException {
            List<Found> parts = new ArrayList<>();
            for (Value value : values) {
                Optional<Found> part = value.in(payload);
                if (part.isEmpty()) {
                    return Optional.empty();
                }
                parts.add(part.get());
            }
            String text = parts.stream().map(Found::text).collect(Collectors.joining(with));
            String origin = parts.stream()
                    .map(Found::origin)
                    .filter(from -> !from.isEmpty())
                    .findFirst()
                    .orElse("");
            return Optional.of(new Found(text, origin));
        }

        @Override
        public Stream<PayloadLocation> places() {
            return values.stream().flatMap(Value::places);
        }
    }
}
