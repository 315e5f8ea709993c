package io.truenorth.gateway.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.ingest.Translation.UnmappedException;
import io.truenorth.gateway.json.Pointer;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A CloudEvent, whatever its binding and mode.
 *
 * @param id unique among the events of its source
 * @param source a URI reference
 * @param type what happened, in the words of its producer
 * @param time when it occurred, if it has a time
 * @param subject whom or what it is about, in the context of its source
 * @param datacontenttype the media type of its data
 * @param extensions other attributes as texts, by name
 * @param data its data, where that is JSON
 */
record CloudEventEnvelope(
        String id,
        String source,
        String type,
        Optional<Instant> time,
        Optional<String> subject,
        Optional<String> datacontenttype,
        Map<String, String> extensions,
        Optional<JsonNode> data) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+");
    private static final Pattern RFC_3339 = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)");
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+\\s*(;.*)?", Pattern.DOTALL);

    /** Keeps an immutable copy. */
    CloudEventEnvelope {
        extensions = Map.copyOf(extensions);
    }

    /**
     * Validates an attribute by the specification (CloudEvents 1.0.2), whatever the binding.
     *
     * @throws UnmappedException if it is empty, or not of the form that its name demands
     */
    static void validateAttribute(String name, String value) throws UnmappedException {
        require(NAME.matcher(name).matches(), name, "expected a name of a-z and 0-9");
        require(!value.isEmpty(), name, "expected a text that is not empty");
        switch (name) {
            case "specversion" -> require(value.equals("1.0"), name, "expected 1.0, was " + Excerpt.of(value));
            case "time" ->
                require(
                        isTime(value),
                        name,
                        "expected a time by RFC 3339, such as 2026-03-01T10:00:00Z, was " + Excerpt.of(value));
            case "source", "dataschema" ->
                require(isUriReference(value), name, "expected a URI, was " + Excerpt.of(value));
            case "datacontenttype" ->
                require(
                        MEDIA_TYPE.matcher(value).matches(),
                        name,
                        "expected a media type such as application/json, was " + Excerpt.of(value));
            default -> {
                // Any text.
            }
        }
    }

    private static void require(boolean kept, String name, String message) throws UnmappedException {
        if (!kept) {
            throw new UnmappedException(Pointer.append("", name), message);
        }
    }

    private static boolean isTime(String text) {
        try {
            return RFC_3339.matcher(text).matches()
                    && OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).getYear() >= 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isUriReference(String text) {
        try {
            return !new URI(text).toString().isEmpty();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
