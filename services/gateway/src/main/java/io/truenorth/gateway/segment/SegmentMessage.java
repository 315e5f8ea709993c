package io.truenorth.gateway.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.event.IncomingEvent.Identity;
import io.truenorth.gateway.ingest.Translation.UnmappedException;
import io.truenorth.gateway.json.JsonNodes;
import io.truenorth.gateway.json.Pointer;
import io.truenorth.identity.MissingValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /** The calls of the Segment specification; each is an endpoint and, in a batch, a {@code type}. */
    enum Type {
        /** The customer did something. */
        TRACK,
        /** Who the customer is, and traits. */
        IDENTIFY,
        /** A page was seen. */
        PAGE,
        /** A screen of an app was seen. */
        SCREEN,
        /** The customer belongs to a group. */
        GROUP,
        /** Two ids are one customer. */
        ALIAS;

        /** The type that a message or a path names. */
        static Optional<Type> of(String name) {
            return Arrays.stream(values())
                    .filter(type -> type.toString().equals(name))
                    .findFirst();
        }

        /** As the paths of the library for browsers name it. */
        String letter() {
            return toString().substring(0, 1);
        }

        /** As messages and paths name it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

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

    /** The id of the mail, or another message of the brand's, that the event is about. */
    Optional<String> about() {
        SegmentMessage properties = object("properties");
        return properties.text("emailId").or(() -> properties.text("messageId"));
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

    /**
     * The identities, the strongest first: {@code userId} in the namespace {@code user}, {@code anonymousId} in {@code
     * anonymous}, and from the traits of the customer {@code email} and {@code phone}.
     *
     * @throws UnmappedException if there is none
     */
    List<Identity> identities(Type type) throws UnmappedException {
        List<Identity> identities = new ArrayList<>();
        add("userId", "user", identities);
        add("anonymousId", "anonymous", identities);
        if (type == Type.ALIAS) {
            // Of a visitor: two users, who it may name as well, are not joined by an event.
            add("previousId", "anonymous", identities);
        }
        addTrait(type, "email", identities);
        addTrait(type, "phone", identities);
        if (identities.isEmpty()) {
            throw new UnmappedException("", "expected a userId or an anonymousId, found neither");
        }
        return identities;
    }

    private void add(String name, String namespace, List<Identity> identities) {
        identity(name).ifPresent(value -> identities.add(Identity.of(namespace, value)));
    }

    private void addTrait(Type type, String name, List<Identity> identities) {
        Optional<String> ofContext = object("context").object("traits").identity(name);
        // The traits of a group are the group's.
        Optional<String> own =
                type == Type.GROUP ? Optional.empty() : object("traits").identity(name);
        own.or(() -> ofContext).ifPresent(value -> identities.add(Identity.of(name, value)));
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
