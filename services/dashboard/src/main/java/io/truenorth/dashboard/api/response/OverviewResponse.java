package io.truenorth.dashboard.api.response;

import io.truenorth.contract.Stage;
import io.truenorth.relationship.model.Dimension;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /v1/overview}: how a scope stands, stood and moved. Amounts are points.
 *
 * @param flow absent while moves are not known yet
 */
public record OverviewResponse(
        ScopeSummary scope,
        Instant at,
        Index index,
        long customers,
        long advocates,
        long detractors,
        MeanPoints points,
        List<StageCount> stages,
        Optional<FlowResponse> flow,
        List<DimensionMean> dimensions,
        List<HistoryPoint> history,
        List<Change> changes) {

    /** The net advocacy index, and its change since an earlier moment; absent where there is no past. */
    public record Index(BigDecimal value, Optional<BigDecimal> change, Optional<Instant> since) {}

    /** The mean score, and its change since the same moment. */
    public record MeanPoints(BigDecimal mean, Optional<BigDecimal> change) {}

    /** Customers of a stage, and the change; absent while moves are not known yet. */
    public record StageCount(Stage stage, long customers, Optional<Long> change) {}

    /** What a dimension gives on average. */
    public record DimensionMean(Dimension dimension, BigDecimal mean) {}

    /** The scope at an earlier moment. */
    public record HistoryPoint(
            Instant at, BigDecimal index, long customers, long advocates, long detractors, BigDecimal mean) {}

    /** A sentence about what changed, and the address of the list of those customers. */
    public record Change(String sentence, String href) {}
}
