package io.truenorth.cli.privacy.trace;

import io.truenorth.contract.LaterEvents;
import io.truenorth.contract.PrivacyReceipt;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The erasures of one identity, by their receipts. The last one decides what may follow. */
final class IdentityErasures {
    private final Map<String, Instant> goneBy = new HashMap<>();
    private Instant last = Instant.MIN;
    private boolean mayBeginAnew;

    void add(PrivacyReceipt receipt) {
        Instant executedAt = Instant.ofEpochMilli(receipt.getExecutedAt());
        if (executedAt.isAfter(last)) {
            last = executedAt;
            mayBeginAnew = receipt.getLaterEvents() == LaterEvents.BEGIN_ANEW;
        }
        receipt.getPlaces()
                .forEach(place -> goneBy.merge(
                        place.getPlace(),
                        Instant.ofEpochMilli(place.getGoneBy()),
                        (one, other) -> one.isAfter(other) ? one : other));
    }

    /** When the last one was executed. */
    Instant last() {
        return last;
    }

    /** Whether events after the last one begin a new relationship. */
    boolean mayBeginAnew() {
        return mayBeginAnew;
    }

    /** When the last trace in a place is gone; empty if no receipt has it under any of its names. */
    Optional<Instant> goneBy(Collection<String> names) {
        return names.stream().filter(goneBy::containsKey).map(goneBy::get).max(Instant::compareTo);
    }
}
