package io.truenorth.dashboard.privacy;

import io.truenorth.contract.Consent;
import io.truenorth.contract.ErasureAction;
import io.truenorth.contract.LaterEvents;
import io.truenorth.contract.PrivacyOutcome;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.schemas.RemovalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What became of a request to erase a customer or to set consent.
 *
 * @param key of the record, which tells it from others
 * @param requestId the id of the request
 * @param outcome what was done
 * @param identities the identities concerned, by their hashes
 * @param requestedBy the token or user that asked for it
 * @param requestedAt the time of the request, epoch ms
 * @param executedAt when it was executed, epoch ms
 * @param laterEvents what an erasure does with later events; empty for consent
 * @param consent that was set; empty for an erasure
 * @param places that had data of the customer; none for consent
 */
public record Receipt(
        String key,
        String requestId,
        PrivacyOutcome outcome,
        List<HashedIdentity> identities,
        String requestedBy,
        long requestedAt,
        long executedAt,
        Optional<LaterEvents> laterEvents,
        Optional<Consent> consent,
        List<Place> places) {
    /** A total order, the latest first. */
    public static final Comparator<Receipt> LATEST_FIRST =
            Comparator.comparingLong(Receipt::executedAt).reversed().thenComparing(Receipt::key);

    /** Copies the lists. */
    public Receipt {
        identities = List.copyOf(identities);
        places = List.copyOf(places);
    }

    /** A receipt as published. */
    static Receipt of(String key, PrivacyReceipt receipt) {
        return new Receipt(
                key,
                receipt.getRequestId(),
                receipt.getOutcome(),
                receipt.getIdentities().stream()
                        .map(HashedIdentity::parse)
                        .flatMap(Optional::stream)
                        .toList(),
                receipt.getRequestedBy().intern(),
                receipt.getRequestedAt(),
                receipt.getExecutedAt(),
                Optional.ofNullable(receipt.getLaterEvents()),
                Optional.ofNullable(receipt.getConsent()),
                receipt.getPlaces().stream()
                        .map(place -> new Place(place.getPlace().intern(), place.getAction(), place.getGoneBy()))
                        .toList());
    }

    /** Whether a customer was to be erased, known or not. */
    public boolean isErasure() {
        return outcome == PrivacyOutcome.ERASED || outcome == PrivacyOutcome.NOTHING_KNOWN;
    }

    /** When the last trace in logs and files is gone, epoch ms; empty if there was none. */
    public OptionalLong goneBy() {
        return places.stream().mapToLong(Place::goneBy).max();
    }

    /** Whether a place keeps its records without a limit, so that {@link #goneBy} is no date. */
    public boolean isKeptWithoutLimit() {
        return places.stream().anyMatch(Place::isKeptWithoutLimit);
    }

    /** Whether there are traces at a time, epoch ms, that the settings of topics and stores have yet to remove. */
    public boolean isDue(long now) {
        return goneBy().orElse(0) > now;
    }

    /**
     * A place that had data of the customer.
     *
     * @param place the topic or store
     * @param action what was done there
     * @param goneBy when the last trace is gone, epoch ms
     */
    public record Place(String place, ErasureAction action, long goneBy) {
        /** Whether the place keeps its records without a limit, so that the time is no date. */
        public boolean isKeptWithoutLimit() {
            return RemovalDate.isNever(goneBy);
        }
    }
}
