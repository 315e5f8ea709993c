package io.truenorth.gateway.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.documents.Excerpt;
import java.io.IOException;

/** Reads JSON texts within limits, and names the line and column of what is wrong with one. */
public final class JsonText {

    private JsonText() {}

    /** The limits of a JSON text, by what it holds. */
    public enum JsonLimits {
        /** An event in the native form; the largest that the contract allows has fewer values. */
        EVENT("an event", 1000, 65_536, 32, 1024, 100),
        /** The payload of another system: a batch of hundreds of events, with whole mails and attachments in it. */
        PAYLOAD("a payload", 100_000, 4 << 20, 32, 1024, 100),
        /**
         * One or more messages of an analytics library. Few of their values are looked at, and unusual other values must not cost
         * the message.
         */
        MESSAGE("a message", 100_000, 4 << 20, 500, 65_536, 65_536);

        private final String subject;
        private final int maxValues;
        private final JsonFactory factory;

        JsonLimits(
                String subject,
                int maxValues,
                int maxStringLength,
                int maxDepth,
                int maxNameLength,
                int maxNumberLength) {
            this.subject = subject;
            this.maxValues = maxValues;
            this.factory = JsonFactory.builder()
                    // Names come from outside: caching them would let anybody fill a table of this process.
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(maxDepth)
                            .maxStringLength(maxStringLength)
                            .maxNameLength(maxNameLength)
                            .maxNumberLength(maxNumberLength)
                            .build())
                    .build();
        }

        /** How a message names what is limited. */
        String subject() {
            return subject;
        }

        /** The most values, nested ones included. */
        int maxValues() {
            return maxValues;
        }

        JsonFactory factory() {
            return factory;
        }

        String description() {
            StreamReadConstraints limits = factory.streamReadConstraints();
            return limits.getMaxNestingDepth() + " levels, " + limits.getMaxStringLength() + " characters of a string, "
                    + limits.getMaxNameLength() + " of a name and " + limits.getMaxNumberLength() + " of a number";
        }
    }

    /** A text is not JSON, or not of the expected structure. */
    public static final class InvalidJsonException extends Exception {

        private static final long serialVersionUID = 1L;

        InvalidJsonException(String message) {
            super(message, null, false, false);
        }

        /** What is wrong, with line and column. */
        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    /** Receives the events of a text one by one, so that only one tree is in memory at a time. */
    @FunctionalInterface
    public interface EventConsumer {
        /** Takes an event and what is wrong with its form. */
        void accept(JsonNode event, Violations violations);
    }

    /**
     * Reads one event, or an array of events.
     *
     * @throws InvalidJsonException if the text is not JSON; events before the error have been passed on by then
     */
    public static void readEvents(String text, EventConsumer consumer) throws InvalidJsonException {
        read(text, JsonLimits.EVENT, parser -> {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    readEvent(parser, consumer);
                }
            } else {
                readEvent(parser, consumer);
            }
            return text;
        });
    }

    private static void readEvent(JsonParser parser, EventConsumer consumer) throws IOException {
        Violations violations = new Violations();
        consumer.accept(new JsonTree(parser, JsonLimits.EVENT, violations).read(), violations);
    }

    /**
     * Reads one value.
     *
     * @param violations takes what is wrong with its form
     * @throws InvalidJsonException if the text is not JSON
     */
    public static JsonNode readValue(String text, JsonLimits limits, Violations violations)
            throws InvalidJsonException {
        return read(text, limits, parser -> new JsonTree(parser, limits, violations).read());
    }

    /** Reads something at the first token of a text. */
    @FunctionalInterface
    interface ParserFunction<T> {
        T apply(JsonParser parser) throws IOException;
    }

    /** Reads a text to its end. */
    static <T> T read(String text, JsonLimits limits, ParserFunction<T> function) throws InvalidJsonException {
        try (JsonParser parser = limits.factory().createParser(text)) {
            if (parser.nextToken() == null) {
                throw new InvalidJsonException("expected JSON, was empty");
            }
            T result = function.apply(parser);
            if (parser.nextToken() != null) {
                throw invalid("expected the end, more follows", parser.currentTokenLocation());
            }
            return result;
        } catch (StreamConstraintsException e) {
            throw invalid("expected no more than " + limits.description(), e.getLocation());
        } catch (JsonProcessingException e) {
            throw invalid("not JSON: " + Excerpt.plain(firstLine(e.getOriginalMessage()), 160), e.getLocation());
        } catch (IOException e) {
            throw new AssertionError("a text in memory is read without I/O", e);
        }
    }

    /** The exception for JSON of another structure than expected. */
    static JsonParseException unexpected(JsonParser parser, String expected) {
        return new JsonParseException(parser, "expected " + expected);
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private static InvalidJsonException invalid(String message, JsonLocation location) {
        String place = location == null ? "" : ", line " + location.getLineNr() + ", column " + location.getColumnNr();
        return new InvalidJsonException(message + place);
    }
}
