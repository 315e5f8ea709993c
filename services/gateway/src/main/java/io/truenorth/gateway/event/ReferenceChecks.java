package io.truenorth.gateway.event;

import io.truenorth.contract.Reference;
import io.truenorth.gateway.json.Violations;
import io.truenorth.identity.MissingValue;
import io.truenorth.identity.NameText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks the references of an event. One whose id is a program's word for a missing value is left out. */
final class ReferenceChecks {

    static final int MOST = 20;

    /** The types that shipped sources use, and none of which is a namespace of people. */
    static final Set<String> USUAL_TYPES =
            Set.of("order", "charge", "payment", "invoice", "transaction", "ticket", "conversation");

    private ReferenceChecks() {}

    /** The valid references without duplicates. */
    static List<Reference> validate(List<IncomingEvent.Reference> sent, Violations violations) {
        FieldChecks checks = new FieldChecks(violations);
        if (sent.size() > MOST) {
            checks.violation("/references", "expected up to " + MOST + ", was " + sent.size());
            return List.of();
        }
        Set<Reference> valid = new LinkedHashSet<>();
        for (int i = 0; i < sent.size(); i++) {
            String path = "/references/" + i;
            if (!violations.contains(path)) {
                validate(path, sent.get(i), checks).ifPresent(valid::add);
            }
        }
        return List.copyOf(valid);
    }

    private static Optional<Reference> validate(String path, IncomingEvent.Reference sent, FieldChecks checks) {
        Optional<String> type = required(path + "/type", sent.type(), TextConstraint.WORDS, checks);
        Optional<String> id = required(path + "/id", sent.id(), TextConstraint.IDENTITY, checks);
        return type.isEmpty() || id.filter(value -> !MissingValue.is(value)).isEmpty()
                ? Optional.empty()
                : Optional.of(new Reference(type.get(), NameText.composed(id.get())));
    }

    private static Optional<String> required(
            String path, Optional<String> text, TextConstraint constraint, FieldChecks checks) {
        return checks.text(path, checks.required(path, text), constraint);
    }
}
