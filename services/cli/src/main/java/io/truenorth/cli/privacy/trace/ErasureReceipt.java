package io.truenorth.cli.privacy.trace;

import io.truenorth.contract.ErasedPlace;
import io.truenorth.contract.LaterEvents;
import io.truenorth.contract.PrivacyReceipt;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a receipt says of the erasure of each identity on it.
 *
 * @param executedAt when the erasure was executed
 * @param mayBeginAnew whether later events begin a new relationship
 * @param goneBy when the last trace is gone, by place
 */
record ErasureReceipt(Instant executedAt, boolean mayBeginAnew, Map<String, Instant> goneBy) {

    static ErasureReceipt of(PrivacyReceipt receipt) {
        return new ErasureReceipt(
                Instant.ofEpochMilli(receipt.getExecutedAt()),
                receipt.getLaterEvents() == LaterEvents.BEGIN_ANEW,
                receipt.getPlaces().stream()
                        .collect(Collectors.toMap(
                                ErasedPlace::getPlace,
                                place -> Instant.ofEpochMilli(place.getGoneBy()),
                                (one, other) -> one.isAfter(other) ? one : other)));
    }

    /** When the last trace in a place is gone, by the first of its names that is on the receipt; empty if none is. */
    Optional<Instant> goneBy(List<String> names) {
        return names.stream().filter(goneBy::containsKey).map(goneBy::get).findFirst();
    }
}
