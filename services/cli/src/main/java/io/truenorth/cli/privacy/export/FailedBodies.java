package io.truenorth.cli.privacy.export;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.truenorth.cli.privacy.trace.IdentityTraces;
import io.truenorth.cli.privacy.trace.Trace;
import io.truenorth.contract.Touchpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells whose a failed record is. Of a touchpoint and of JSON the fields decide; only a body of another form, in which fields cannot
 * be told, is searched as a whole.
 */
final class FailedBodies {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Set<String> names;
    private final Set<String> values;
    private final Optional<String> address;
    private final IdentityTraces traces;
    private final Function<byte[], Optional<Touchpoint>> touchpoints;

    /** Whether a record is a person's. */
    enum Ownership {
        /** Its key or a field is an identity of the person. */
        CERTAIN,
        /** It has a value of the person without its namespace, or within a text: it may be another's. */
        POSSIBLE,
        /** It has nothing of the person. */
        NONE
    }

    /**
     * Knows the records of a person.
     *
     * @param typed the identity that was asked for, as senders have it
     * @param touchpoints decodes a body that is a touchpoint
     */
    FailedBodies(DataSubject person, String typed, Function<byte[], Optional<Touchpoint>> touchpoints) {
        this.names = new HashSet<>(person.identities());
        this.names.add(typed);
        this.values = names.stream().map(FailedBodies::value).collect(Collectors.toUnmodifiableSet());
        this.address = typed.equals(person.asked())
                ? Optional.empty()
                : Optional.of(value(typed).strip());
        this.traces = new IdentityTraces(person.identities(), Map.of(typed, person.asked()), Set.of());
        this.touchpoints = touchpoints;
    }

    private static String value(String identity) {
        return identity.split(":", 2)[1];
    }

    /** Whose a record is. */
    Ownership of(String key, byte[] body) {
        if (names.contains(key)) {
            return Ownership.CERTAIN;
        }
        boolean found = traces.in(body).stream().anyMatch(FailedBodies::isReadable);
        if (!found) {
            return Ownership.NONE;
        }
        return fields(body).map(this::ofFields).orElse(Ownership.POSSIBLE);
    }

    private Ownership ofFields(JsonNode body) {
        if (hasName(body)) {
            return Ownership.CERTAIN;
        }
        return mentions(body) ? Ownership.POSSIBLE : Ownership.NONE;
    }

    private Optional<JsonNode> fields(byte[] body) {
        return touchpoints.apply(body).<JsonNode>map(ExportWriter::object).or(() -> json(body));
    }

    private static Optional<JsonNode> json(byte[] body) {
        try {
            return Optional.of(JSON.readTree(body));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean hasName(JsonNode node) {
        if (node.isTextual()) {
            return isName(node.textValue());
        }
        if (names.contains(
                node.path("namespace").asText() + ":" + node.path("value").asText())) {
            return true;
        }
        for (JsonNode child : node) {
            if (hasName(child)) {
                return true;
            }
        }
        return false;
    }

    /** An address or a number is a person's without its namespace, too. */
    private boolean isName(String text) {
        return names.contains(text)
                || address.filter(text.strip()::equalsIgnoreCase).isPresent();
    }

    private boolean mentions(JsonNode node) {
        if (node.isValueNode()) {
            return mentions(node.asText());
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (mentions(field.getKey())) {
                return true;
            }
        }
        for (JsonNode child : node) {
            if (mentions(child)) {
                return true;
            }
        }
        return false;
    }

    private boolean mentions(String text) {
        if (values.contains(text)) {
            return true;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return traces.in(bytes).stream().anyMatch(trace -> isReadable(trace) && beginsName(bytes, trace));
    }

    private static boolean isReadable(Trace trace) {
        return trace.form() != Trace.Form.HASHED;
    }

    /** Whether no longer name ends there: {@code my-crm:c-1} has not {@code crm:c-1}. */
    private static boolean beginsName(byte[] text, Trace trace) {
        int at = trace.at();
        if (at == 0) {
            return true;
        }
        char before = (char) (text[at - 1] & 0xFF);
        if (before == ':') {
            return isWholeName(text, trace); // and not the value of a name in another namespace
        }
        return !Character.isLetterOrDigit(before) && before != '-' && before != '_' && before != '.';
    }

    private static boolean isWholeName(byte[] text, Trace trace) {
        byte[] name = trace.identity().getBytes(StandardCharsets.UTF_8);
        int end = trace.at() + name.length;
        return end <= text.length && Arrays.equals(text, trace.at(), end, name, 0, name.length);
    }
}
