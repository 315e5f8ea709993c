package io.truenorth.gateway.event;

import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.json.Violation;
import io.truenorth.gateway.json.Violations;
import io.truenorth.gateway.json.JsonPath;
import io.truenorth.gateway.json.JsonValue;
import io.truenorth.identity.Placeholder;
import io.truenorth.schemas.FailureReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads whom one event speaks of. What is nobody (a placeholder, a phone number that is none) is left out; only where nobody
 * else is named it is a flaw of the event. What stays is written in the one way for all, and hidden where it is personal.
 */
final class IdentityReader {

    private static final int MOST = 16;
    private static final String VALUE = "value";

    private final IdentityRules rules;
    private final Optional<String> region;
    private final Violations violations;
    private final List<SentIdentity> kept = new ArrayList<>();
    private final List<Violation> leftOut = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** @param region whose national phone numbers the source means */
    IdentityReader(IdentityRules rules, Optional<String> region, Violations violations) {
        this.rules = rules;
        this.region = region;
        this.violations = violations;
    }

    /** Reads all of them. */
    void read(EventFieldReader event) {
        List<JsonValue> items = event.requiredItems("identities", MOST);
        JsonPath place = event.placeOf("identities");
        for (int i = 0; i < items.size(); i++) {
            read(place.item(i), EventFieldReader.of(items.get(i), place.item(i), violations));
        }
        if (kept.isEmpty()) {
            leftOut.forEach(violations::add);
        }
    }

    /** Those that stay, each once, the strongest first. */
    List<SentIdentity> kept() {
        return kept.stream().distinct().toList();
    }

    /** Those that the event goes on without: {@code namespace REASON}. */
    List<String> leftOut() {
        return List.copyOf(notes);
    }

    private void read(JsonPath place, EventFieldReader fields) {
        String namespace = fields.requiredText("namespace", TextConstraint.WORDS);
        Optional<String> sent = fields.requiredText(VALUE);
        fields.rejectUnknownFields();
        sent.ifPresent(value -> admit(place, fields, namespace, value));
    }

    private void admit(JsonPath place, EventFieldReader fields, String namespace, String sent) {
        if (isPlaceholder(place, namespace, sent)) {
            return;
        }
        String value = IdentityRules.trimmed(namespace, sent);
        if (!fields.satisfies(VALUE, value, TextConstraint.IDENTITY) || namespace.isEmpty()) {
            return;
        }
        try {
            keep(place, fields, rules.normal(namespace, value, region));
        } catch (IllegalArgumentException e) {
            leaveOut(place, namespace, String.valueOf(e.getMessage()), FailureReason.INVALID_PHONE_NUMBER);
        }
    }

    /** A number is looked for on the list as it was sent, and once more in the one way to write it. */
    private void keep(JsonPath place, EventFieldReader fields, SentIdentity identity) {
        if (isPlaceholder(place, identity.namespace(), identity.value())) {
            return;
        }
        try {
            kept.add(rules.pseudonyms().conceal(identity));
        } catch (IllegalArgumentException e) {
            fields.violation("namespace", String.valueOf(e.getMessage()));
        }
    }

    private boolean isPlaceholder(JsonPath place, String namespace, String value) {
        Optional<Placeholder> nobody = rules.placeholders().find(namespace, value);
        nobody.ifPresent(
                why -> leaveOut(place, namespace, message(why, namespace, value), FailureReason.BLOCKED_IDENTITY));
        return nobody.isPresent();
    }

    private static String message(Placeholder why, String namespace, String value) {
        return why == Placeholder.EMPTY
                ? TextConstraint.IDENTITY.violationOf(value).orElseThrow() + ", was " + Excerpt.of(value)
                : "expected the name of somebody in the namespace " + namespace + ", found " + why.inWords();
    }

    private void leaveOut(JsonPath place, String namespace, String message, FailureReason reason) {
        leftOut.add(new Violation(place.member(VALUE).toString(), message, reason));
        notes.add(namespace + " " + reason);
    }
}
