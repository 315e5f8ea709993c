package io.truenorth.gateway.event;

import io.truenorth.gateway.json.JsonNodes;
import io.truenorth.gateway.json.JsonNumber;
import io.truenorth.identity.MissingValue;
import java.util.Optional;
import java.util.OptionalLong;

/** Checks the fields by which an event retracts another one, or corrects what was sent as the same event before. */
final class CorrectionChecks {

    static final String EXPECTED_REVISION = "a whole number from 0 to " + Integer.MAX_VALUE;

    private CorrectionChecks() {}

    /** The id of the event that is retracted; empty if this is no retraction. */
    static Optional<String> retracts(IncomingEvent event, FieldChecks checks) {
        Optional<String> retracts = checks.text("/retracts", event.retracts(), TextConstraint.ID);
        if (!event.isRetraction() && retracts.isPresent()) {
            checks.violation("/retracts", "expected only where retraction is true");
        } else if (event.isRetraction()
                && retracts.filter(id -> !MissingValue.is(id)).isEmpty()) {
            checks.missing("/retracts", "expected the eventId that this retraction takes back");
        } else if (event.isRetraction() && retracts.equals(event.eventId())) {
            checks.violation("/eventId", "expected an id of the retraction's own, was the one it takes back");
        }
        return retracts;
    }

    /** The revision; 0 if the event has none. */
    static int revision(IncomingEvent event, FieldChecks checks) {
        if (event.revision().isEmpty()) {
            return 0;
        }
        JsonNumber sent = event.revision().get();
        OptionalLong number = sent.integer();
        if (number.isEmpty() || number.getAsLong() < 0 || number.getAsLong() > Integer.MAX_VALUE) {
            checks.violation("/revision", "expected " + EXPECTED_REVISION + ", was " + JsonNodes.describe(sent));
            return 0;
        }
        int revision = (int) number.getAsLong();
        if (revision != 0 && event.isRetraction()) {
            checks.violation("/revision", "expected none, as a retraction has no revision, was " + revision);
        } else if (revision != 0
                && event.eventId().filter(id -> !MissingValue.is(id)).isEmpty()) {
            checks.missing("/eventId", "expected the id of the event that this revision corrects");
        }
        return revision;
    }
}
