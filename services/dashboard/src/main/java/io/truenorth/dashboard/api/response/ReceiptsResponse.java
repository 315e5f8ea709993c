package io.truenorth.dashboard.api.response;

import io.truenorth.contract.PrivacyOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /v1/privacy/receipts}: a page of the receipts, the latest first.
 *
 * @param total the number of receipts on all pages
 * @param totals of all receipts, whatever the filter
 * @param next the cursor of the next page; absent on the last page
 */
public record ReceiptsResponse(long total, ReceiptTotals totals, List<ReceiptEntry> receipts, Optional<String> next) {

    /**
     * How many there are.
     *
     * @param erasures receipts of erasures, of which the latest are kept
     * @param due kept ones of erasures that leave traces, which the settings of topics and stores have yet to remove
     * @param goneBy when the last trace of any erasure is gone; absent if there are none
     * @param keptWithoutLimit whether a place keeps traces without a limit; then goneBy is the end of the year 9999
     * @param consents receipts of consent, of which the latest are kept
     * @param suppressedEvents events that were not scored: of erased identities, or without consent
     */
    public record ReceiptTotals(
            long erasures,
            long due,
            Optional<Instant> goneBy,
            boolean keptWithoutLimit,
            long consents,
            long suppressedEvents) {}

    /**
     * A receipt.
     *
     * @param key tells it from other receipts, also of the same request id
     * @param requestId the id of the request; of several receipts if it was used for several persons
     * @param requestedBy the token or user that asked for it; may be empty
     * @param identityCount how many identities are concerned
     * @param state of the traces
     * @param goneBy when the last trace is gone; absent where there are none
     * @param keptWithoutLimit whether a place keeps traces without a limit; then goneBy is the end of the year 9999
     */
    public record ReceiptEntry(
            String key,
            String requestId,
            PrivacyOutcome outcome,
            String requestedBy,
            Instant requestedAt,
            Instant executedAt,
            int identityCount,
            TraceState state,
            Optional<Instant> goneBy,
            boolean keptWithoutLimit) {}

    /** Whether traces are left. */
    public enum TraceState {
        /** Traces are left, which the settings of topics and stores remove. */
        DUE,
        /** Nothing is left, or nothing was to be removed. */
        DONE
    }
}
