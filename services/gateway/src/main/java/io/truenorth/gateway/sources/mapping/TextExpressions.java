package io.truenorth.gateway.sources.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.ingest.Translation.UnmappedException;
import io.truenorth.gateway.sources.mapping.Expression.Extracted;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The functions that return texts. */
final class TextExpressions {

    private TextExpressions() {}

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

    /**
     * The first 128 bits, in hex, of the SHA-256 of the nodes at some locations; a missing node counts as an empty text. Objects and
     * arrays are hashed as they stand, so that a payload that is sent again has the same hash.
     */
    record Hash(List<PayloadLocation> over) implements Expression {

        private static final int BYTES = 16;

        @Override
        public Optional<Extracted> evaluate(WebhookPayload payload) {
            MessageDigest sha256 = sha256();
            for (PayloadLocation location : over) {
                byte[] utf8 = location.find(payload)
                        .map(JsonNode::toString)
                        .orElse("")
                        .getBytes(StandardCharsets.UTF_8);
                sha256.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
                sha256.update(utf8);
            }
            String hash = HexFormat.of().formatHex(Arrays.copyOf(sha256.digest(), BYTES));
            return Optional.of(new Extracted(hash, over.get(0).describe(payload)));
        }

        @Override
        public Stream<PayloadLocation> locations() {
            return over.stream();
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError("every Java platform has SHA-256", e);
            }
        }
    }
}
