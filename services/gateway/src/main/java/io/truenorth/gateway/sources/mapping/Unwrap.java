package io.truenorth.gateway.sources.mapping;

import io.truenorth.gateway.json.Violations;
import io.truenorth.gateway.json.InvalidJsonException;
import io.truenorth.gateway.json.JsonLimits;
import io.truenorth.gateway.json.JsonText;
import io.truenorth.gateway.json.JsonValue;
import io.truenorth.gateway.json.JsonValue.Members;
import io.truenorth.gateway.json.JsonValue.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Takes a payload out of its envelope: an object that stands as a text of JSON in a member of another one.
 *
 * @param text where the text stands
 * @param envelope under which name the envelope is kept inside what was in it
 */
record Unwrap(PayloadPointer text, String envelope) {

    /** What was in the envelope; the payload itself where there is none. */
    WebhookPayload open(WebhookPayload payload) {
        return text.find(payload)
                .flatMap(Unwrap::inner)
                .map(inner -> new WebhookPayload(
                        within(inner, payload.body()), payload.headers(), payload.receivedAt(), payload.indexes()))
                .orElse(payload);
    }

    private static Optional<Members> inner(JsonValue value) {
        if (!(value instanceof Text text)) {
            return Optional.empty();
        }
        try {
            Violations violations = new Violations();
            JsonValue inner = JsonText.readOne(text.text(), JsonLimits.PAYLOAD, violations);
            return inner instanceof Members members && violations.isEmpty() ? Optional.of(members) : Optional.empty();
        } catch (InvalidJsonException e) {
            return Optional.empty();
        }
    }

    private Members within(Members inner, JsonValue outer) {
        Map<String, JsonValue> both = new LinkedHashMap<>(inner.values());
        both.put(envelope, outer);
        return new Members(both);
    }
}
