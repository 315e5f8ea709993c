package io.truenorth.gateway.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.contract.Consent;
import io.truenorth.contract.Erasure;
import io.truenorth.contract.Identity;
import io.truenorth.contract.IdentityRequest;
import io.truenorth.contract.LaterEvents;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.json.JsonNodes;
import io.truenorth.gateway.json.Pointer;
import io.truenorth.gateway.json.Violations;
import io.truenorth.gateway.json.Violations.Violation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads requests about identities: to link two, to split one from its customer, to erase its customer, to set its consent. Identities
 * are those of events, written as {@code namespace:value} or as in an event; of a personal one the pseudonym may be given, as
 * records and answers have it.
 */
public final class IdentityRequestReader {

    private static final String EXPECTED =
            "expected namespace:value, such as crm:c-1, or an object with namespace and value";

    private static final String IDENTITY = "identity";

    private final IdentityRules rules;

    /** A reader by the rules of a deployment. */
    public IdentityRequestReader(IdentityRules rules) {
        this.rules = rules;
    }

    /**
     * Who makes a request, and when.
     *
     * @param name the name of the token; empty if none is required
     * @param at epoch ms
     */
    public record Requester(String name, long at) {}

    /** The result of reading a request. */
    public sealed interface Result {
        /** A request for the streams service. */
        record Valid(IdentityRequest request) implements Result {}

        /** What is wrong with it; there is at least one. */
        record Invalid(List<Violation> violations) implements Result {}
    }

    /** Reads {@code {"identity", "other", "requestId"}}. */
    public Result link(JsonNode json, Violations violations, Requester requester) {
        Optional<JsonFields> fields = JsonFields.of(json, Pointer.ROOT, violations);
        Optional<String> identity = fields.flatMap(body -> identity(body, IDENTITY, violations));
        Optional<String> other = fields.flatMap(body -> identity(body, "other", violations));
        if (identity.isPresent() && identity.equals(other)) {
            violations.add("/other", "expected another identity than /identity, was the same");
        }
        return result(fields, identity, Change.link(other), violations, requester);
    }

    /** Reads {@code {"identity", "requestId"}}. */
    public Result split(JsonNode json, Violations violations, Requester requester) {
        Optional<JsonFields> fields = JsonFields.of(json, Pointer.ROOT, violations);
        Optional<String> identity = fields.flatMap(body -> identity(body, IDENTITY, violations));
        return result(fields, identity, Change.split(), violations, requester);
    }

    /** Reads {@code {"identity", "laterEvents", "requestId"}}. */
    public Result erasure(JsonNode json, Violations violations, Requester requester) {
        Optional<JsonFields> fields = JsonFields.of(json, Pointer.ROOT, violations);
        Optional<String> identity = fields.flatMap(body -> person(body, violations));
        LaterEvents laterEvents = fields.map(IdentityRequestReader::laterEvents).orElse(LaterEvents.BEGIN_ANEW);
        return result(fields, identity, Change.erasure(laterEvents), violations, requester);
    }

    /** Reads {@code {"identity", "scoring", "activation", "requestId"}}. */
    public Result consent(JsonNode json, Violations violations, Requester requester) {
        Optional<JsonFields> fields = JsonFields.of(json, Pointer.ROOT, violations);
        Optional<String> identity = fields.flatMap(body -> person(body, violations));
        Optional<Boolean> scoring = fields.flatMap(body -> body.bool("scoring"));
        Optional<Boolean> activation = fields.flatMap(body -> body.bool("activation"));
        if (scoring.isEmpty()
                && activation.isEmpty()
                && !violations.contains("")
                && !violations.contains("/scoring")
                && !violations.contains("/activation")) {
            violations.add("/scoring", "expected scoring, activation or both, each true or false, were none");
        }
        return result(fields, identity, Change.consent(scoring, activation), violations, requester);
    }

    private static LaterEvents laterEvents(JsonFields body) {
        String choice = body.text("laterEvents").orElse("begin_anew");
        return switch (choice) {
            case "begin_anew" -> LaterEvents.BEGIN_ANEW;
            case "drop" -> LaterEvents.DROP;
            default -> {
                body.violation("laterEvents", "expected begin_anew or drop, was " + Excerpt.of(choice));
                yield LaterEvents.BEGIN_ANEW;
            }
        };
    }

    /** What is to become of an identity; at most one of them is set. */
    private record Change(Optional<String> other, Optional<Erasure> erasure, Optional<Consent> consent) {
        static Change link(Optional<String> other) {
            return new Change(other, Optional.empty(), Optional.empty());
        }

        static Change split() {
            return link(Optional.empty());
        }

        static Change erasure(LaterEvents laterEvents) {
            return new Change(Optional.empty(), Optional.of(new Erasure(laterEvents)), Optional.empty());
        }

        static Change consent(Optional<Boolean> scoring, Optional<Boolean> activation) {
            return new Change(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new Consent(scoring.orElse(null), activation.orElse(null))));
        }
    }

    private static Result result(
            Optional<JsonFields> fields,
            Optional<String> identity,
            Change change,
            Violations violations,
            Requester requester) {
        Optional<String> sentId = fields.flatMap(body -> body.text("requestId"));
        Optional<String> id = new FieldChecks(violations).optionalText("/requestId", sentId, TextConstraint.ID);
        fields.ifPresent(JsonFields::rejectUnknown);
        if (!violations.isEmpty()) {
            return new Result.Invalid(violations.list());
        }
        return new Result.Valid(new IdentityRequest(
                id.orElseGet(() -> UUID.randomUUID().toString()),
                identity.orElseThrow(),
                change.other().orElse(null),
                requester.name(),
                requester.at(),
                change.erasure().orElse(null),
                change.consent().orElse(null)));
    }

    /**
     * The identity of a person. A text such as {@code order:1017} is taken for what it looks like; whoever calls people orders sends
     * an object.
     */
    private Optional<String> person(JsonFields body, Violations violations) {
        Optional<JsonNode> value = body.value(IDENTITY);
        if (value.filter(IdentityRequestReader::isReference).isPresent()) {
            violations.add(
                    "/" + IDENTITY,
                    "expected an identity of a person, was a reference, which names an object; an identity of the"
                            + " person whose it is has their references removed too");
            return Optional.empty();
        }
        return identity(body, IDENTITY, violations);
    }

    private static boolean isReference(JsonNode value) {
        if (value.isObject()) {
            return value.has("type") && value.has("id");
        }
        return value.isTextual()
                && ReferenceChecks.USUAL_TYPES.contains(value.asText().split(":", 2)[0]);
    }

    private Optional<String> identity(JsonFields body, String field, Violations violations) {
        String path = body.pointerOf(field).toString();
        Optional<JsonNode> value = body.value(field);
        if (value.isEmpty()) {
            violations.add(path, "expected, but missing");
            return Optional.empty();
        }
        if (value.get().isTextual()) {
            return ofText(value.get().asText(), path, violations);
        }
        if (!value.get().isObject()) {
            violations.add(path, EXPECTED + ", was " + JsonNodes.describe(value.get()));
            return Optional.empty();
        }
        return JsonFields.of(value.get(), body.pointerOf(field), violations)
                .map(NativeEventReader::identity)
                .flatMap(sent -> valid(sent, path, violations));
    }

    /** Has what is wrong with either half told of the whole text. */
    private Optional<String> ofText(String text, String path, Violations violations) {
        String[] halves = text.split(":", 2);
        if (halves.length < 2) {
            violations.add(path, EXPECTED + ", was a text without a colon");
            return Optional.empty();
        }
        Violations ofHalves = new Violations();
        Optional<String> valid = valid(IncomingEvent.Identity.of(halves[0], halves[1]), path, ofHalves);
        ofHalves.list()
                .forEach(violation -> violations.add(new Violation(path, violation.message(), violation.reason())));
        return valid;
    }

    private Optional<String> valid(IncomingEvent.Identity sent, String path, Violations violations) {
        if (rules.pseudonyms()
                .isPseudonym(sent.namespace().orElse(""), sent.value().orElse(""))) {
            return Optional.of(
                    sent.namespace().orElseThrow() + ":" + sent.value().orElseThrow());
        }
        return new IdentityValidator(rules, Optional.empty(), violations)
                .require(path, sent)
                .map(IdentityRequestReader::named);
    }

    private static String named(Identity identity) {
        return identity.getNamespace() + ":" + identity.getValue();
    }
}
