package io.truenorth.gateway.cloudevents;

import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.ingest.UnmappedException;
import io.truenorth.gateway.json.Pointer;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the specification (CloudEvents 1.0.2) demands of the attributes of an event, whatever the binding. */
final class AttributeRules {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+");
    private static final Pattern RFC_3339 = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)");
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+\\s*(;.*)?", Pattern.DOTALL);

    private AttributeRules() {}

    /**
     * Holds an attribute against the specification.
     *
     * @throws UnmappedException if it is empty, or not of the form that its name demands
     */
    static void check(String name, String value) throws UnmappedException {
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
                // A text is all that it has to be.
            }
        }
    }

    private static void require(boolean kept, String name, String message) throws UnmappedException {
        if (!kept) {
            throw new UnmappedException(Pointer.to("", name), message);
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
