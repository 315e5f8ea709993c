package io.truenorth.dashboard.api.response;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** {@code GET /v1/objectives}: the tree of objectives. */
public record ObjectivesResponse(List<ObjectiveEntry> objectives) {

    /**
     * An objective, and how far it is.
     *
     * @param owner absent if nobody is named
     * @param shareOfParentGap its part of what its parent lacks, 0 to 1; absent if there is no parent, or nothing is lacking
     */
    public record ObjectiveEntry(
            String id,
            String name,
            Optional<String> owner,
            String scope,
            String metric,
            BigDecimal value,
            BigDecimal target,
            BigDecimal baseline,
            LocalDate from,
            LocalDate due,
            PaceEntry pace,
            Optional<BigDecimal> shareOfParentGap,
            List<ValuePoint> history,
            List<ObjectiveEntry> children) {}

    /** Where it should be today, and how it is against that: {@code reached}, {@code ahead}, {@code on-track}, {@code behind}. */
    public record PaceEntry(BigDecimal expected, String state) {}

    /** What was measured. */
    public record ValuePoint(Instant at, BigDecimal value) {}
}
