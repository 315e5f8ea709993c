package io.truenorth.gateway.cloudevents;

import io.truenorth.gateway.event.Numbers;
import io.truenorth.gateway.ingest.UnmappedException;
import io.truenorth.gateway.json.Violation;
import io.truenorth.gateway.json.Violations;
import io.truenorth.gateway.json.InvalidJsonException;
import io.truenorth.gateway.json.JsonText;
import io.truenorth.gateway.json.JsonValue;
import io.truenorth.gateway.json.JsonValue.Members;
import io.truenorth.gateway.json.JsonValue.Null;
import io.truenorth.gateway.json.JsonValue.Number;
import io.truenorth.gateway.json.JsonValue.Text;
import io.truenorth.gateway.json.JsonValue.Truth;
import io.truenorth.gateway.json.Pointer;
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
 * Reads an event in the JSON format of CloudEvents, as strictly as its specification is: the format of the SDK takes an empty id,
 * a number in place of a text, and a member that is given twice.
 */
final class JsonCloudEvent {

    private static final Set<String> TEXTS =
            Set.of("specversion", "id", "source", "type", "time", "subject", "datacontenttype", "dataschema");
    private static final Set<String> DATA = Set.of("data", "data_base64");

    private final Map<String, JsonValue> members;
    private final Map<String, String> attributes = new TreeMap<>();

    private JsonCloudEvent(Map<String, JsonValue> members) {
        this.members = members;
    }

    /**
     * The event of a text.
     *
     * @throws UnmappedException if it is no event in JSON
     */
    static CloudEventEnvelope read(String text) throws UnmappedException {
        Violations violations = new Violations();
        JsonValue value = json(text, violations);
        if (!violations.isEmpty()) {
            Violation first = violations.list().get(0);
            throw new UnmappedException(first.path(), first.message());
        }
        if (!(value instanceof Members members)) {
            throw new UnmappedException("", "expected an object, was " + value.shown());
        }
        return new JsonCloudEvent(members.values()).envelope();
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

    private static JsonValue json(String text, Violations violations) throws UnmappedException {
        try {
            return JsonText.readOne(text, violations);
        } catch (InvalidJsonException e) {
            throw new UnmappedException("", e.getMessage());
        }
    }

    private CloudEventEnvelope envelope() throws UnmappedException {
        for (Map.Entry<String, JsonValue> member : members.entrySet()) {
            if (!DATA.contains(member.getKey()) && !(member.getValue() instanceof Null)) {
                String value = text(member.getKey(), member.getValue());
                AttributeRules.check(member.getKey(), value);
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

    private static String text(String name, JsonValue value) throws UnmappedException {
        if (value instanceof Text text) {
            return text.text();
        }
        if (!TEXTS.contains(name)) {
            if (value instanceof Truth truth) {
                return Boolean.toString(truth.value());
            }
            if (value instanceof Number number && Numbers.integer(number).isPresent()) {
                return number.text();
            }
        }
        String expected = TEXTS.contains(name) ? "a text" : "a text, true, false or a whole number";
        throw new UnmappedException(Pointer.to("", name), "expected " + expected + ", was " + value.shown());
    }

    private String required(String name) throws UnmappedException {
        return optional(name).orElseThrow(() -> new UnmappedException(Pointer.to("", name), "expected, but missing"));
    }

    private Optional<String> optional(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    private Map<String, String> extensions() {
        Map<String, String> extensions = new TreeMap<>(attributes);
        extensions.keySet().removeAll(TEXTS);
        return extensions;
    }

    private Optional<JsonValue> data() throws UnmappedException {
        Optional<JsonValue> data = member("data");
        Optional<JsonValue> encoded = member("data_base64");
        if (data.isPresent() && encoded.isPresent()) {
            throw new UnmappedException("/data_base64", "expected either data or data_base64, found both");
        }
        if (!isJson(optional("datacontenttype").orElse("application/json"))) {
            return Optional.empty();
        }
        return encoded.isPresent() ? Optional.of(json(decoded(encoded.get()), new Violations())) : data;
    }

    private Optional<JsonValue> member(String name) {
        return Optional.ofNullable(members.get(name)).filter(value -> !(value instanceof Null));
    }

    private static String decoded(JsonValue encoded) throws UnmappedException {
        try {
            String base64 = encoded instanceof Text text ? text.text() : encoded.shown();
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new UnmappedException("/data_base64", "expected a text in Base64");
        }
    }

    private static Instant instant(String rfc3339) {
        return OffsetDateTime.parse(rfc3339.toUpperCase(Locale.ROOT)).toInstant();
    }
}
