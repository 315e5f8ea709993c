package io.truenorth.gateway.segment;

import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.ingest.UnmappedException;
import io.truenorth.gateway.json.JsonValue;
import io.truenorth.gateway.json.JsonValue.Members;
import io.truenorth.gateway.json.JsonValue.Null;
import io.truenorth.gateway.json.JsonValue.Number;
import io.truenorth.gateway.json.JsonValue.Text;
import io.truenorth.gateway.json.Pointer;
import io.truenorth.identity.MissingValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An object of a message, read as leniently as it is written in the wild: names in camel case or with underscores, ids as texts
 * or numbers, blank as good as absent.
 *
 * @param values its members
 * @param path where it stands, as a JSON pointer
 */
record SegmentMessage(Map<String, JsonValue> values, String path) {

    /** The value of a member, if there is one. */
    Optional<JsonValue> value(String name) {
        return Optional.ofNullable(values.get(sentName(name))).filter(value -> !(value instanceof Null));
    }

    /** The value of a member that is no blank text, if there is one. */
    Optional<JsonValue> stated(String name) {
        return value(name)
                .filter(value -> !(value instanceof Text text && text.text().isBlank()));
    }

    /** A text, or a number as it was written; empty for anything else, and for a program's word for a missing value. */
    Optional<String> text(String name) {
        return name(name).filter(text -> !MissingValue.is(text));
    }

    /** A name of somebody, whether it is one or a placeholder. */
    Optional<String> name(String name) {
        return value(name).flatMap(SegmentMessage::plain).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** An object; one without members where there is none. */
    SegmentMessage object(String name) {
        Map<String, JsonValue> inner =
                value(name).orElse(new Null()) instanceof Members members ? members.values() : Map.of();
        return new SegmentMessage(inner, pathOf(name));
    }

    /** A time, if there is one that can be read. */
    Optional<Instant> readableTime(String name) {
        return text(name).flatMap(WrittenTime::read);
    }

    /**
     * Refuses a time that is there though it cannot be read.
     *
     * @throws UnmappedException if there is anything but a blank
     */
    void requireNoTime(String name) throws UnmappedException {
        Optional<JsonValue> value = stated(name);
        if (value.isPresent()) {
            throw new UnmappedException(
                    pathOf(name),
                    "expected " + WrittenTime.EXPECTED + ", was "
                            + plain(value.get())
                                    .map(Excerpt::of)
                                    .orElse(value.get().shown()));
        }
    }

    /** Where a member stands, as a JSON pointer. */
    String pathOf(String name) {
        return Pointer.to(path, sentName(name));
    }

    private String sentName(String name) {
        String underscored = name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return !values.containsKey(name) && values.containsKey(underscored) ? underscored : name;
    }

    private static Optional<String> plain(JsonValue value) {
        if (value instanceof Text text) {
            return Optional.of(text.text());
        }
        return value instanceof Number number ? Optional.of(number.text()) : Optional.empty();
    }
}
