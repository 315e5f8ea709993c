package io.truenorth.gateway.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.event.UnmappedException;
import io.truenorth.gateway.json.JsonNodes;
import io.truenorth.gateway.json.Pointer;
import io.truenorth.identity.MissingValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * An object of a message, read leniently: names in camel case or with underscores, ids as texts or numbers, blank as good as
 * missing.
 *
 * @param values a JSON object
 * @param path its JSON pointer
 */
record SegmentMessage(JsonNode values, String path) {

    /** The value of a member, if there is one. */
    Optional<JsonNode> value(String name) {
        return JsonNodes.member(values, sentName(name));
    }

    /** The value of a member that is no blank text, if there is one. */
    Optional<JsonNode> stated(String name) {
        return value(name).filter(value -> !(value.isTextual() && value.asText().isBlank()));
    }

    /** A text, or a number as it was written; empty for anything else, and for a program's word for a missing value. */
    Optional<String> text(String name) {
        return identity(name).filter(text -> !MissingValue.is(text));
    }

    /** An identity, which may be a placeholder. */
    Optional<String> identity(String name) {
        return value(name).flatMap(SegmentMessage::plain).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** An object; one without members where there is none. */
    SegmentMessage object(String name) {
        JsonNode object = value(name).filter(JsonNode::isObject).orElseGet(JsonNodeFactory.instance::objectNode);
        return new SegmentMessage(object, pathOf(name));
    }

    /** A time, if there is one that can be read. */
    Optional<Instant> readableTime(String name) {
        return text(name).flatMap(MessageTime::parse);
    }

    /**
     * Rejects a time that is present but invalid.
     *
     * @throws UnmappedException if there is anything but a blank
     */
    void requireNoTime(String name) throws UnmappedException {
        Optional<JsonNode> value = stated(name);
        if (value.isPresent()) {
            throw new UnmappedException(
                    pathOf(name),
                    "expected " + MessageTime.EXPECTED + ", was "
                            + plain(value.get()).map(Excerpt::of).orElse(JsonNodes.describe(value.get())));
        }
    }

    /** The JSON pointer of a member. */
    String pathOf(String name) {
        return Pointer.append(path, sentName(name));
    }

    private String sentName(String name) {
        String underscored = name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return !values.has(name) && values.has(underscored) ? underscored : name;
    }

    private static Optional<String> plain(JsonNode value) {
        return JsonNodes.scalar(value).filter(text -> !value.isBoolean());
    }
}
