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
     * @param erasures receipts of erasures
     * @param due those that leave traces, which the settings of topics and stores have yet to remove
     * @param goneBy when the last of these traces is gone; absent if there are none
     * @param consents receipts of consent, of which the latest are kept
     * @param suppressedEvents events that were not scored: of erased identities, or without consent
     */
    public record ReceiptTotals(
            long erasures, long due, Optional<Instant> goneBy, long consents, long suppressedEvents) {}

    /**
     * A receipt.
     *
     * @param requestedBy the token or user that asked for it; may be empty
     * @param identityCount how many identities are concerned
     * @param state of the traces
     * @param goneBy when the last trace is gone; absent where there are none
     */
    public record ReceiptEntry(
            String requestId,
            PrivacyOutcome outcome,
            String requestedBy,
            Instant requestedAt,
            Instant executedAt,
            int identityCount,
            TraceState state,
            Optional<Instant> goneBy) {}

    /** Whether traces are left. */
    public enum TraceState {
        /** Traces are left, which the settings of topics and stores remove. */
        DUE,
        /** Nothing is left, or nothing was to be removed. */
        DONE
    }
}
