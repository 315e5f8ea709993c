package io.truenorth.gateway.event;

import io.truenorth.contract.Consent;
import java.util.Optional;

/** Checks the consent that an event gives or withdraws. */
final class ConsentChecks {

    private ConsentChecks() {}

    /** The consent; empty if the event says nothing of it. */
    static Optional<Consent> validate(IncomingEvent event, FieldChecks checks) {
        if (event.consent().isEmpty()) {
            return Optional.empty();
        }
        IncomingEvent.Consent said = event.consent().get();
        if (event.isRetraction()) {
            checks.violation("/consent", "expected none, as a retraction has the time of the event it takes back");
        } else if (said.isEmpty() && !isMalformed(event)) {
            checks.violation("/consent", "expected scoring, activation or both, each true or false, was neither");
        }
        return Optional.of(
                new Consent(said.scoring().orElse(null), said.activation().orElse(null)));
    }

    private static boolean isMalformed(IncomingEvent event) {
        return event.malformed().stream()
                .anyMatch(violation -> violation.field().equals("consent"));
    }
}
