package io.truenorth.cli.history;

import io.truenorth.documents.history.HistoryEvent;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** The customers of references: that of the earliest event with the reference, as in the streams service. */
final class ReferenceOwners {

    private static final BinaryOperator<EarliestEvent> EARLIER =
            BinaryOperator.minBy(Comparator.comparingLong(EarliestEvent::occurredAt)
                    .thenComparing(EarliestEvent::eventId)
                    .thenComparing(EarliestEvent::customer));

    private final Map<String, EarliestEvent> earliest = new HashMap<>();

    /** The event by which a reference is a customer's. */
    private record EarliestEvent(String customer, long occurredAt, String eventId) {}

    /** Claims the references of a customer's event. */
    void claim(String customer, HistoryEvent event) {
        EarliestEvent claim = new EarliestEvent(customer, event.occurredAt(), event.eventId());
        event.references().forEach(reference -> earliest.merge(reference, claim, EARLIER));
    }

    /** The customer of a reference; empty if no event of a customer has it. */
    Optional<String> of(String reference) {
        return Optional.ofNullable(earliest.get(reference)).map(EarliestEvent::customer);
    }
}
