package io.truenorth.gateway.event;

import io.truenorth.contract.Identity;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.json.Violations;
import io.truenorth.gateway.json.Violations.Violation;
import io.truenorth.identity.Placeholder;
import io.truenorth.schemas.FailureReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Validates the identities of one event. A placeholder, or an invalid phone number, is left out, which is a violation only if no
 * other identity is left, and the event has no reference. What stays is normalized, and personal values are replaced by pseudonyms.
 */
final class IdentityValidator {

    private final IdentityRules rules;
    private final Optional<String> region;
    private final Violations violations;
    private final FieldChecks checks;
    private final List<Identity> kept = new ArrayList<>();
    private final List<Violation> leftOut = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** @param region the region of national phone numbers, if the source sets one */
    IdentityValidator(IdentityRules rules, Optional<String> region, Violations violations) {
        this.rules = rules;
        this.region = region;
        this.violations = violations;
        this.checks = new FieldChecks(violations);
    }

    /** Validates all identities, of which one must be valid. */
    void validateRequired(Optional<List<IncomingEvent.Identity>> sent) {
        validate(checks.required("/identities", sent));
        if (kept.isEmpty()) {
            leftOut.forEach(violations::add);
        }
    }

    /** Validates the identities of an event that may do without. */
    void validate(Optional<List<IncomingEvent.Identity>> sent) {
        List<IncomingEvent.Identity> identities = sent.orElse(List.of());
        for (int i = 0; i < identities.size(); i++) {
            String path = "/identities/" + i;
            if (!violations.contains(path)) {
                validate(path, identities.get(i));
            }
        }
    }

    /** Validates an identity that nothing can do without; returns it as it leaves the gateway, unless it is invalid. */
    Optional<Identity> require(String path, IncomingEvent.Identity identity) {
        validate(path, identity);
        leftOut.forEach(violations::add);
        return kept.stream().findFirst();
    }

    /** The valid identities without duplicates, in the order in which they were sent. */
    List<Identity> kept() {
        return kept.stream().distinct().toList();
    }

    /** The identities that the event does without: {@code namespace REASON}. */
    List<String> leftOut() {
        return List.copyOf(notes);
    }

    private void validate(String path, IncomingEvent.Identity identity) {
        String namespace = checks.text(
                        path + "/namespace",
                        checks.required(path + "/namespace", identity.namespace()),
                        TextConstraint.WORDS)
                .orElse("");
        Optional<String> sent = checks.required(path + "/value", identity.value());
        sent.filter(value -> !isPlaceholder(path, namespace, value))
                .flatMap(value -> checks.text(
                        path + "/value", Optional.of(IdentityRules.trimmed(namespace, value)), TextConstraint.IDENTITY))
                .filter(value -> !namespace.isEmpty())
                .ifPresent(value -> normalize(path, namespace, value));
    }

    private void normalize(String path, String namespace, String value) {
        try {
            keep(path, namespace, rules.normal(namespace, value, region));
        } catch (IllegalArgumentException e) {
            leaveOut(path, namespace, String.valueOf(e.getMessage()), FailureReason.INVALID_PHONE_NUMBER);
        }
    }

    /** A phone number is compared with the placeholders as it was sent, and once more in its normal form. */
    private void keep(String path, String namespace, String value) {
        if (isPlaceholder(path, namespace, value)) {
            return;
        }
        try {
            String pseudonym = rules.pseudonyms().conceal(namespace, value);
            kept.add(new Identity(namespace, pseudonym));
        } catch (IllegalArgumentException e) {
            checks.violation(path + "/namespace", String.valueOf(e.getMessage()));
        }
    }

    private boolean isPlaceholder(String path, String namespace, String value) {
        Optional<Placeholder> placeholder = rules.placeholders().find(namespace, value);
        placeholder.ifPresent(
                why -> leaveOut(path, namespace, message(why, namespace, value), FailureReason.BLOCKED_IDENTITY));
        return placeholder.isPresent();
    }

    private static String message(Placeholder why, String namespace, String value) {
        return why == Placeholder.EMPTY
                ? TextConstraint.IDENTITY.violationOf(value).orElseThrow() + ", was " + Excerpt.of(value)
                : "expected the name of somebody in the namespace " + namespace + ", found " + why.inWords();
    }

    private void leaveOut(String path, String namespace, String message, FailureReason reason) {
        leftOut.add(new Violation(path + "/value", message, reason));
        notes.add(namespace + " " + reason);
    }
}
