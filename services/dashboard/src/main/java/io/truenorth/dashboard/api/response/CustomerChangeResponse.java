package io.truenorth.dashboard.api.response;

import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.score.ScoreEffect.Cause;
import io.truenorth.relationship.score.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /v1/customers/{id}/why}: what has changed the score of one customer in a period. Amounts are points, exactly.
 *
 * @param id the customer's id
 * @param days the period
 * @param from the score at its beginning
 * @param to the score now
 * @param change of the score; the sum of the causes
 * @param causes that have changed the score
 */
public record CustomerChangeResponse(
        String id, int days, ScoreAt from, ScoreAt to, BigDecimal change, List<CauseChange> causes) {

    /** The score at a moment. */
    public record ScoreAt(Instant at, BigDecimal points, Stage stage) {}

    /**
     * What a cause has changed.
     *
     * @param points the sum of the rows and all others
     * @param rows the greatest amounts first, 12 at the most
     * @param others what all smaller ones have changed together
     */
    public record CauseChange(Cause cause, BigDecimal points, List<Row> rows, BigDecimal others) {}

    /**
     * What has changed the score on a day, on a channel and by a kind.
     *
     * @param day absent unless the cause is touches
     * @param channel empty where a dimension is not split
     * @param kind empty where a dimension is not split
     * @param dimensions what is changed in each dimension; they add up to the points
     */
    public record Row(
            Optional<LocalDate> day,
            String channel,
            String kind,
            BigDecimal points,
            List<DimensionChange> dimensions) {}

    /** What is changed in a dimension. */
    public record DimensionChange(Dimension dimension, BigDecimal points) {}
}
