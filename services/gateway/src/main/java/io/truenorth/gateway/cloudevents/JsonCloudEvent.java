package io.truenorth.gateway.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.truenorth.gateway.ingest.Translation.UnmappedException;
import io.truenorth.gateway.json.JsonNodes;
import io.truenorth.gateway.json.JsonNumber;
import io.truenorth.gateway.json.JsonText;
import io.truenorth.gateway.json.JsonText.InvalidJsonException;
import io.truenorth.gateway.json.JsonText.JsonLimits;
import io.truenorth.gateway.json.Pointer;
import io.truenorth.gateway.json.Violations;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads an event in the JSON format of CloudEvents, as strictly as the specification: the SDK accepts an empty id, a number in
 * place of a text, and duplicate members.
 */
final class JsonCloudEvent {

    private static final Set<String> TEXTS =
            Set.of("specversion", "id", "source", "type", "time", "subject", "datacontenttype", "dataschema");
    private static final Set<String> DATA = Set.of("data", "data_base64");

    private final ObjectNode members;
    private final Map<String, String> attributes = new TreeMap<>();

    private JsonCloudEvent(ObjectNode members) {
        this.members = members;
    }

    /**
     * The event of a text.
     *
     * @throws UnmappedException if it is no event in JSON
     */
    static CloudEventEnvelope read(String text) throws UnmappedException {
        Violations violations = new Violations();
        JsonNode value = json(text, violations);
        if (!violations.isEmpty()) {
            throw new UnmappedException(violations.list().get(0));
        }
        if (!(value instanceof ObjectNode members)) {
            throw new UnmappedException("", "expected an object, was " + JsonNodes.describe(value));
        }
        return new JsonCloudEvent(members).envelope();
    }

    /**
     * Whether data of this type is JSON.
     *
     * @param mediaType the {@code datacontenttype}
     */
    static boolean isJson(String mediaType) {
        String type = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || type.equals("text/json") || type.endsWith("+json");
    }

    private static JsonNode json(String text, Violations violations) throws UnmappedException {
        try {
            return JsonText.readValue(text, JsonLimits.EVENT, violations);
        } catch (InvalidJsonException e) {
            throw new UnmappedException("", e.getMessage());
        }
    }

    private CloudEventEnvelope envelope() throws UnmappedException {
        for (Map.Entry<String, JsonNode> member : members.properties()) {
            if (!DATA.contains(member.getKey()) && !member.getValue().isNull()) {
                String value = text(member.getKey(), member.getValue());
                CloudEventEnvelope.validateAttribute(member.getKey(), value);
                attributes.put(member.getKey(), value);
            }
        }
        required("specversion");
        return new CloudEventEnvelope(
                required("id"),
                required("source"),
                required("type"),
                optional("time").map(JsonCloudEvent::instant),
                optional("subject"),
                optional("datacontenttype"),
                extensions(),
                data());
    }

    private static String text(String name, JsonNode value) throws UnmappedException {
        boolean isExtension = !TEXTS.contains(name);
        boolean isInteger =
                value instanceof JsonNumber number && number.integer().isPresent();
        if (value.isTextual() || isExtension && (value.isBoolean() || isInteger)) {
            return value.asText();
        }
        String expected = isExtension ? "a text, true, false or a whole number" : "a text";
        throw new UnmappedException(
                Pointer.append("", name), "expected " + expected + ", was " + JsonNodes.describe(value));
    }

    private String required(String name) throws UnmappedException {
        return optional(name)
                .orElseThrow(() -> new UnmappedException(Pointer.append("", name), "expected, but missing"));
    }

    private Optional<String> optional(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    private Map<String, String> extensions() {
        Map<String, String> extensions = new TreeMap<>(attributes);
        extensions.keySet().removeAll(TEXTS);
        return extensions;
    }

    private Optional<JsonNode> data() throws UnmappedException {
        Optional<JsonNode> data = JsonNodes.member(members, "data");
        Optional<JsonNode> encoded = JsonNodes.member(members, "data_base64");
        if (data.isPresent() && encoded.isPresent()) {
            throw new UnmappedException("/data_base64", "expected either data or data_base64, found both");
        }
        if (!isJson(optional("datacontenttype").orElse("application/json"))) {
            return Optional.empty();
        }
        return encoded.isPresent() ? Optional.of(json(decoded(encoded.get()), new Violations())) : data;
    }

    private static String decoded(JsonNode encoded) throws UnmappedException {
        try {
            String base64 = JsonNodes.string(encoded).orElseGet(() -> JsonNodes.describe(encoded));
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new UnmappedException("/data_base64", "expected a text in Base64");
        }
    }

    private static Instant instant(String rfc3339) {
        return OffsetDateTime.parse(rfc3339.toUpperCase(Locale.ROOT)).toInstant();
    }
}
