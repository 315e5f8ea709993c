package io.truenorth.gateway.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.truenorth.documents.Excerpt;
import java.io.IOException;

/** A text of JSON, whose events are handed over one by one, so that only one tree is in memory at a time. */
public final class JsonText {

    /** How deeply values may be nested; an event needs four levels, in an array. */
    public static final int DEEPEST = JsonLimits.DEEPEST;

    private JsonText() {}

    /** What is made of each event. */
    @FunctionalInterface
    public interface Sink {
        /** Takes an event and what is wrong with its form. */
        void take(JsonValue event, Violations violations);
    }

    /**
     * Reads one event, or an array of events.
     *
     * @throws InvalidJsonException if the text is not JSON; events before the place have been handed over then
     */
    public static void readOneOrMany(String text, Sink sink) throws InvalidJsonException {
        read(text, JsonLimits.EVENT, parser -> {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    take(parser, sink);
                }
            } else {
                take(parser, sink);
            }
            return text;
        });
    }

    private static void take(JsonParser parser, Sink sink) throws IOException {
        Violations violations = new Violations();
        sink.take(new JsonTree(parser, JsonLimits.EVENT, violations).read(), violations);
    }

    /**
     * Reads one event.
     *
     * @param violations takes what is wrong with its form
     * @throws InvalidJsonException if the text is not JSON
     */
    public static JsonValue readOne(String text, Violations violations) throws InvalidJsonException {
        return readOne(text, JsonLimits.EVENT, violations);
    }

    /**
     * Reads one value.
     *
     * @param limits how large it may be
     * @param violations takes what is wrong with its form
     * @throws InvalidJsonException if the text is not JSON
     */
    public static JsonValue readOne(String text, JsonLimits limits, Violations violations) throws InvalidJsonException {
        return read(text, limits, parser -> new JsonTree(parser, limits, violations).read());
    }

    /** What is read of a text. */
    @FunctionalInterface
    interface Reading<T> {
        T read(JsonParser parser) throws IOException;
    }

    /** Reads a text to its end. */
    static <T> T read(String text, JsonLimits limits, Reading<T> reading) throws InvalidJsonException {
        try (JsonParser parser = limits.factory().createParser(text)) {
            if (parser.nextToken() == null) {
                throw new InvalidJsonException("expected JSON, was empty");
            }
            T result = reading.read(parser);
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

    /** What to throw where JSON is of another shape than expected. */
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
