package io.truenorth.streams.customer;

import io.truenorth.relationship.score.Explanation;
import io.truenorth.relationship.score.ScoreSnapshot;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A customer's score, explanation, history and forecast at a time.
 *
 * @param customer the customer's id
 * @param explanation the score and its explanation
 * @param trend earlier scores, latest first
 * @param nextDrop when the next whole point is lost without further events, epoch ms; exact
 * @param nextFallOfStage when the stage is lost without further events, epoch ms; exact
 * @param attributes current attributes, regardless of the time
 */
public record CustomerView(
        String customer,
        Explanation explanation,
        List<Past> trend,
        OptionalLong nextDrop,
        OptionalLong nextFallOfStage,
        Map<String, String> attributes) {

    /**
     * An earlier score.
     *
     * @param daysAgo days of 24 hours before the time
     * @param snapshot the score, computed with the current ledger
     */
    public record Past(int daysAgo, ScoreSnapshot snapshot) {}
}
