package io.truenorth.dashboard.api.response;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** {@code GET /v1/segments/{attribute}}: a row for each value, and their sum. Amounts are points. */
public record SegmentsResponse(String attribute, String label, List<SegmentRow> rows, SegmentRow sum) {

    /**
     * How a scope stands and stood.
     *
     * @param change of the index; absent where there is no past
     * @param stages customers by stage, the lowest first
     * @param spark the index over the period
     */
    public record SegmentRow(
            String scope,
            String label,
            long customers,
            long advocates,
            long detractors,
            BigDecimal index,
            Optional<BigDecimal> change,
            BigDecimal points,
            BigDecimal mean,
            List<Long> stages,
            List<BigDecimal> spark) {}
}
