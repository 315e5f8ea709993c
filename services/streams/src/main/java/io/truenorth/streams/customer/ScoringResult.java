package io.truenorth.streams.customer;

import io.truenorth.relationship.score.Explanation;
import io.truenorth.relationship.score.TouchTotals;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The result of scoring a customer.
 *
 * @param update the score to publish; null if there is no change to publish
 * @param dueAt when the customer is due again, epoch ms; empty if nothing can fall
 */
record ScoringResult(@Nullable ScoreUpdate update, OptionalLong dueAt) {

    /** The ledger is empty, or may not be scored: the customer is removed from all aggregates. */
    static final ScoringResult NOTHING_LEFT = new ScoringResult(null, OptionalLong.empty());

    /**
     * A score to publish.
     *
     * @param explanation the score and its explanation
     * @param totals the number of touches
     * @param published the score as included in the roll-up
     */
    record ScoreUpdate(Explanation explanation, TouchTotals totals, Published published) {}
}
