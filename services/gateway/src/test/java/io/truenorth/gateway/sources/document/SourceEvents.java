package io.truenorth.gateway.sources.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Every event type that a system documents, with a payload of our own and what becomes of it: {@code sources/NAME/events.yaml},
 * whose form {@code sources/README.md} describes. From these files {@code docs/source-events.md} is written.
 *
 * @param source the name of the shipped source
 * @param signing how the system signs
 * @param events in the order of the file
 */
public record SourceEvents(String source, Signing signing, List<SourceEvent> events) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How a body is written. */
    public enum Content {
        JSON,
        FORM,
        MULTIPART
    }

    /**
     * How a system signs, as templates of texts.
     *
     * @param secret what the deployment knows; empty where it is a public key that the test makes
     * @param digest the digest of the HMAC, or {@code ecdsa}
     * @param signs what is signed
     * @param headers what the request has in its headers for it
     * @param query what it has in its query
     * @param payload what it has in its payload
     */
    public record Signing(
            String secret,
            String digest,
            String signs,
            Map<String, String> headers,
            Map<String, String> query,
            JsonNode payload) {}

    /**
     * A request of the system.
     *
     * @param event the documented type
     * @param of what distinguishes this request from others of the type; may be empty
     * @param becomes the lines of {@link Outcomes#line}, or the first parts of each; {@code answered} and a text for a handshake
     */
    public record SourceEvent(
            String event,
            String of,
            String method,
            Content content,
            Map<String, String> headers,
            Map<String, String> query,
            JsonNode payload,
            List<String> becomes) {

        @Override
        public String toString() {
            return of.isEmpty() ? event : event + ", " + of;
        }

        /** The answer to a handshake; empty if this is none. */
        public Optional<String> answer() {
            return becomes.get(0).startsWith("answered")
                    ? Optional.of(becomes.get(0)
                            .substring("answered".length())
                            .replaceFirst("^:", "")
                            .strip())
                    : Optional.empty();
        }
    }

    /** The names of the shipped sources that have such a file. */
    public static Stream<String> names() {
        return ShippedSources.names().stream().filter(name -> SourceEvents.class.getResource(resource(name)) != null);
    }

    /** The events of a shipped source. */
    public static SourceEvents of(String source) {
        JsonNode file = read(source);
        List<SourceEvent> events = new ArrayList<>();
        for (JsonNode entry : file.path("events")) {
            texts(entry.path("event")).forEach(event -> events.add(event(file, entry, event)));
        }
        return new SourceEvents(source, signing(file.path("signature")), List.copyOf(events));
    }

    private static String resource(String name) {
        return "/sources/" + name + "/events.yaml";
    }

    private static JsonNode read(String source) {
        try (InputStream in =
                Objects.requireNonNull(SourceEvents.class.getResourceAsStream(resource(source)), source)) {
            return YAML.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("sources/" + source + "/events.yaml", e);
        }
    }

    private static Signing signing(JsonNode signature) {
        return new Signing(
                signature.path("secret").asText("a-secret-of-tests"),
                signature.path("digest").asText("sha256"),
                signature.path("signs").asText("{body}"),
                map(signature.path("headers")),
                map(signature.path("query")),
                signature.path("payload"));
    }

    private static SourceEvent event(JsonNode file, JsonNode entry, String event) {
        Map<String, String> headers = map(file.path("headers"));
        headers.putAll(map(entry.path("headers")));
        headers.replaceAll((name, value) -> value.replace("{event}", event));
        JsonNode payload = merged(file.path("payloads").path(entry.path("like").asText("")), entry.path("payload"));
        texts(entry.path("without")).forEach(pointer -> remove(payload, pointer));
        return new SourceEvent(
                event,
                entry.path("of").asText(""),
                entry.path("method").asText("POST"),
                Content.valueOf(entry.path("content")
                        .asText(file.path("content").asText("json"))
                        .toUpperCase(Locale.ROOT)),
                headers,
                map(entry.path("query")),
                withEvent(payload, event),
                texts(entry.path("becomes"))
                        .map(line -> line.replace("{event}", event))
                        .toList());
    }

    /** A base with what is put over it: objects are merged, everything else replaces. */
    static JsonNode merged(JsonNode base, JsonNode over) {
        if (over.isMissingNode()) {
            return base.deepCopy();
        }
        if (!(base instanceof ObjectNode) || !(over instanceof ObjectNode)) {
            return over.deepCopy();
        }
        ObjectNode merged = base.deepCopy();
        over.fields()
                .forEachRemaining(
                        field -> merged.set(field.getKey(), merged(merged.path(field.getKey()), field.getValue())));
        return merged;
    }

    private static void remove(JsonNode payload, String pointer) {
        int last = pointer.lastIndexOf('/');
        JsonNode parent = payload.at(pointer.substring(0, last));
        if (parent instanceof ObjectNode object) {
            object.remove(pointer.substring(last + 1));
        }
    }

    /** The payload with the event in place of {@code {event}}, in names and in texts. */
    private static JsonNode withEvent(JsonNode payload, String event) {
        try {
            return payload.isMissingNode()
                    ? payload
                    : JSON.readTree(payload.toString().replace("{event}", event));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isMissingNode()
                ? Stream.empty()
                : node.isArray()
                        ? StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText)
                        : Stream.of(node.asText());
    }

    private static Map<String, String> map(JsonNode node) {
        Map<String, String> map = new LinkedHashMap<>();
        node.fields()
                .forEachRemaining(
                        field -> map.put(field.getKey(), field.getValue().asText()));
        return map;
    }
}
