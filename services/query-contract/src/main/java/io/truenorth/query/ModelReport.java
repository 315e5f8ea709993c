package io.truenorth.query;

import io.truenorth.relationship.score.Stage;
import java.util.List;

/**
 * What a reader of scores needs of the scoring model: {@code GET /v1/model}. Amounts are micro-points.
 *
 * @param id names the model
 * @param version counts its changes from 1
 * @param maxima the most that each dimension can give
 * @param stages the limits of the stages above aware, the lowest first
 */
public record ModelReport(String id, int version, DimensionAmounts maxima, List<StageLimit> stages) {

    /**
     * The limits of a stage.
     *
     * @param up the score from which on it is reached
     * @param down the score below which it is lost
     */
    public record StageLimit(Stage stage, long up, long down) {}
}
