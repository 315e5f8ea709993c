package io.truenorth.dashboard.api.response;

import io.truenorth.contract.ErasureAction;
import io.truenorth.contract.LaterEvents;
import io.truenorth.contract.PrivacyOutcome;
import io.truenorth.dashboard.api.response.ReceiptsResponse.TraceState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /v1/privacy/receipts/{requestId}}: a receipt.
 *
 * @param key tells it from other receipts, also of the same request id
 * @param requestedBy the token or user that asked for it; may be empty
 * @param identities the hashes of the identities concerned
 * @param laterEvents what an erasure does with later events; absent for consent
 * @param consent that was set; absent for an erasure
 * @param state of the traces
 * @param goneBy when the last trace is gone; absent where there are none
 * @param keptWithoutLimit whether a place keeps traces without a limit; then goneBy is the end of the year 9999
 * @param places that had data of the customer
 */
public record ReceiptResponse(
        String key,
        String requestId,
        PrivacyOutcome outcome,
        String requestedBy,
        Instant requestedAt,
        Instant executedAt,
        List<String> identities,
        Optional<LaterEvents> laterEvents,
        Optional<ConsentEntry> consent,
        TraceState state,
        Optional<Instant> goneBy,
        boolean keptWithoutLimit,
        List<PlaceEntry> places) {

    /** Whether consent was given (true) or withdrawn (false); absent where it was not set. */
    public record ConsentEntry(Optional<Boolean> scoring, Optional<Boolean> activation) {}

    /**
     * A place that had data of the customer.
     *
     * @param action what was done there
     * @param goneBy when the last trace is gone
     * @param keptWithoutLimit whether the place keeps its records without a limit; then goneBy is the end of the year 9999
     */
    public record PlaceEntry(String place, ErasureAction action, Instant goneBy, boolean keptWithoutLimit) {}
}
