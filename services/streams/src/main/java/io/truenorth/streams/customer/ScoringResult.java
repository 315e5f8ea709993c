package io.truenorth.streams.customer;

import io.truenorth.relationship.score.Explanation;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What scoring a customer came to.
 *
 * @param update what is worth publishing; null if nothing is
 * @param dueAt when to look again, epoch ms; nothing where nothing can fall
 */
record ScoringResult(@Nullable ScoreUpdate update, OptionalLong dueAt) {

    /** Everything that was known of the customer was taken back: they count nowhere any more. */
    static final ScoringResult NOTHING_LEFT = new ScoringResult(null, OptionalLong.empty());

    /**
     * What is worth publishing.
     *
     * @param explanation where the customer stands, and why
     * @param published what the roll-up will hold of it
     */
    record ScoreUpdate(Explanation explanation, Published published) {}
}
