package io.truenorth.cli.privacy;

import io.truenorth.contract.Consent;
import io.truenorth.contract.PrivacyReceipt;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A receipt as JSON.
 *
 * @param type {@code receipt}, which tells it from other lines
 * @param requestId the id of the request
 * @param outcome {@code erased}, {@code nothing_known}, {@code consent_set} or {@code consent_outdated}
 * @param identities the hashes of the identities concerned
 * @param requestedBy the name of the token that asked for it; empty if there was none
 * @param requestedAt the time of the request
 * @param executedAt when it was executed
 * @param laterEvents {@code begin_anew} or {@code drop}; empty for consent
 * @param consent what was set; empty for an erasure
 * @param places for an erasure each place with what was done
 */
record ReceiptReport(
        String type,
        String requestId,
        String outcome,
        List<String> identities,
        String requestedBy,
        Instant requestedAt,
        Instant executedAt,
        Optional<String> laterEvents,
        Optional<Purposes> consent,
        List<Place> places) {

    static ReceiptReport of(PrivacyReceipt receipt) {
        return new ReceiptReport(
                "receipt",
                receipt.getRequestId(),
                lower(receipt.getOutcome()),
                receipt.getIdentities(),
                receipt.getRequestedBy(),
                Instant.ofEpochMilli(receipt.getRequestedAt()),
                Instant.ofEpochMilli(receipt.getExecutedAt()),
                Optional.ofNullable(receipt.getLaterEvents()).map(ReceiptReport::lower),
                Optional.ofNullable(receipt.getConsent()).map(Purposes::of),
                receipt.getPlaces().stream()
                        .map(place -> new Place(
                                place.getPlace(), lower(place.getAction()), Instant.ofEpochMilli(place.getGoneBy())))
                        .toList());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The moment by which the last trace is gone; empty if the receipt has no places. */
    Optional<Instant> goneBy() {
        return places.stream().map(Place::goneBy).max(Instant::compareTo);
    }

    /**
     * A place that had data of the customer.
     *
     * @param place the topic or the store
     * @param action {@code removed}, {@code tombstone} or {@code expires}
     * @param goneBy when the last trace is gone
     */
    record Place(String place, String action, Instant goneBy) {}

    /** Consent by purpose; empty where nothing was said. */
    record Purposes(Optional<Boolean> scoring, Optional<Boolean> activation) {
        static Purposes of(Consent consent) {
            return new Purposes(
                    Optional.ofNullable(consent.getScoring()), Optional.ofNullable(consent.getActivation()));
        }
    }
}
