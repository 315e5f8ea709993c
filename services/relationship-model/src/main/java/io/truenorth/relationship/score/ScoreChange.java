package io.truenorth.relationship.score;

import io.truenorth.relationship.score.ScoreEffect.Cause;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The change of a customer's score between two moments.
 *
 * @param before the score at the first moment
 * @param after the score at the second moment
 * @param effects what has changed it, by cause, then by day, channel and kind; their sum is the difference of the scores, exactly
 */
public record ScoreChange(ScoreSnapshot before, ScoreSnapshot after, List<ScoreEffect> effects) {

    /** Copies the effects. */
    public ScoreChange {
        effects = List.copyOf(effects);
    }

    /** Returns the change, in micro-points: below 0 if the score is lower. */
    public long microPoints() {
        return after.score() - before.score();
    }

    /** Returns what each cause has changed, in micro-points; 0 for those without effects. */
    public Map<Cause, Long> byCause() {
        Map<Cause, Long> sums = new EnumMap<>(Cause.class);
        for (Cause cause : Cause.values()) {
            sums.put(cause, 0L);
        }
        effects.forEach(effect -> sums.merge(effect.cause(), effect.microPoints(), Long::sum));
        return sums;
    }
}
