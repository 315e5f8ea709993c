package io.truenorth.query;

import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.score.ScoreEffect.Cause;
import io.truenorth.relationship.score.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why the score of one customer differs between two moments: {@code GET /v1/customers/{id}/why}. Amounts are signed micro-points
 * (1 point = 1 000 000).
 *
 * @param customer the customer's id
 * @param from the first moment
 * @param to the second moment
 * @param change of the score; the sum of the causes
 * @param causes what each cause has changed; the sum of its effects, and of those left out
 * @param effects what has changed the score, the greatest amounts first, 1 000 at the most
 * @param effectsLeftOut how many smaller ones there are beyond those
 */
public record ScoreChangeReport(
        String customer,
        ScoreAt from,
        ScoreAt to,
        long change,
        Map<Cause, Long> causes,
        List<Effect> effects,
        int effectsLeftOut) {

    /** The score at a moment; the contributions of the dimensions add up to it. */
    public record ScoreAt(Instant at, long score, Stage stage, DimensionAmounts contributions) {}

    /**
     * What has changed the score.
     *
     * @param cause why
     * @param dimension in which dimension
     * @param channel on which channel; empty where the dimension is not split
     * @param kind by which kind of touch; empty where the dimension is not split
     * @param day of the touches, UTC; absent for other causes
     * @param microPoints by how much: above 0 raises the score
     */
    public record Effect(
            Cause cause, Dimension dimension, String channel, String kind, Optional<LocalDate> day, long microPoints) {}
}
