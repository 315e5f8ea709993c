package io.truenorth.gateway.event;

import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.json.Flaw;
import io.truenorth.gateway.json.Flaws;
import io.truenorth.gateway.json.JsonPlace;
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
    private final Flaws flaws;
    private final List<SentIdentity> kept = new ArrayList<>();
    private final List<Flaw> leftOut = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** @param region whose national phone numbers the source means */
    IdentityReader(IdentityRules rules, Optional<String> region, Flaws flaws) {
        this.rules = rules;
        this.region = region;
        this.flaws = flaws;
    }

    /** Reads all of them. */
    void read(FieldReader event) {
        List<JsonValue> items = event.requiredItems("identities", MOST);
        JsonPlace place = event.placeOf("identities");
        for (int i = 0; i < items.size(); i++) {
            read(place.item(i), FieldReader.of(items.get(i), place.item(i), flaws));
        }
        if (kept.isEmpty()) {
            leftOut.forEach(flaws::add);
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

    private void read(JsonPlace place, FieldReader fields) {
        String namespace = fields.requiredText("namespace", TextRule.WORDS);
        Optional<String> sent = fields.requiredText(VALUE);
        fields.refuseOthers();
        sent.ifPresent(value -> admit(place, fields, namespace, value));
    }

    private void admit(JsonPlace place, FieldReader fields, String namespace, String sent) {
        if (isNobody(place, namespace, sent)) {
            return;
        }
        String value = IdentityRules.trimmed(namespace, sent);
        if (!fields.keeps(VALUE, value, TextRule.IDENTITY) || namespace.isEmpty()) {
            return;
        }
        try {
            keep(place, fields, rules.normal(namespace, value, region));
        } catch (IllegalArgumentException e) {
            leaveOut(place, namespace, String.valueOf(e.getMessage()), FailureReason.INVALID_PHONE_NUMBER);
        }
    }

    /** A number is looked for on the list as it was sent, and once more in the one way to write it. */
    private void keep(JsonPlace place, FieldReader fields, SentIdentity identity) {
        if (isNobody(place, identity.namespace(), identity.value())) {
            return;
        }
        try {
            kept.add(rules.pseudonyms().conceal(identity));
        } catch (IllegalArgumentException e) {
            fields.flaw("namespace", String.valueOf(e.getMessage()));
        }
    }

    private boolean isNobody(JsonPlace place, String namespace, String value) {
        Optional<Placeholder> nobody = rules.placeholders().find(namespace, value);
        nobody.ifPresent(
                why -> leaveOut(place, namespace, message(why, namespace, value), FailureReason.BLOCKED_IDENTITY));
        return nobody.isPresent();
    }

    private static String message(Placeholder why, String namespace, String value) {
        return why == Placeholder.EMPTY
                ? TextRule.IDENTITY.brokenBy(value).orElseThrow() + ", was " + Excerpt.of(value)
                : "expected the name of somebody in the namespace " + namespace + ", found " + why.inWords();
    }

    private void leaveOut(JsonPlace place, String namespace, String message, FailureReason reason) {
        leftOut.add(new Flaw(place.member(VALUE).toString(), message, reason));
        notes.add(namespace + " " + reason);
    }
}
