package io.truenorth.dashboard.api.response;

import io.truenorth.dashboard.pipeline.PipelineState.Level;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /v1/pipeline}: whether what is shown can be trusted.
 *
 * @param staleSince since when nothing new can have come; absent while it is fresh
 * @param parts each part of the system; absent in live events
 */
public record PipelineResponse(
        Level state,
        List<String> why,
        Instant at,
        BigDecimal eventsPerSecond,
        Optional<BigDecimal> touchToScoreP99Millis,
        long lagRecords,
        BigDecimal lagSeconds,
        long accepted,
        long refused,
        long received,
        long scored,
        long duplicates,
        long failed,
        long waiting,
        long suppressed,
        boolean restoring,
        Optional<Instant> staleSince,
        Optional<List<PartEntry>> parts) {

    /** A part, how bad it is, and a sentence about it. */
    public record PartEntry(String part, Level state, String detail) {}
}
