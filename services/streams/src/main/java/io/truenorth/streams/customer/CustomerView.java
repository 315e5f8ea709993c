package io.truenorth.streams.customer;

import io.truenorth.relationship.score.Explanation;
import io.truenorth.relationship.score.ScoreSnapshot;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * All there is to say about a customer at a moment.
 *
 * @param customer the customer's id
 * @param explanation where the customer stands, and why
 * @param trend where the customer stood before, the latest first
 * @param nextDrop when a whole point is lost if nothing happens, epoch ms; exact
 * @param nextFallOfStage when the stage is lost if nothing happens, epoch ms; exact
 * @param attributes as known now, whatever the moment
 */
public record CustomerView(
        String customer,
        Explanation explanation,
        List<Past> trend,
        OptionalLong nextDrop,
        OptionalLong nextFallOfStage,
        Map<String, String> attributes) {

    /**
     * Where the customer stood before.
     *
     * @param daysAgo how long before the moment, in days of 24 hours
     * @param snapshot under the same ledger: what is known now of what had happened by then
     */
    public record Past(int daysAgo, ScoreSnapshot snapshot) {}
}
