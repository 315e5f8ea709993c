package io.truenorth.streams.rollup;

import io.truenorth.relationship.score.Stage;
import java.util.Comparator;

/**
 * A move from one stage to another.
 *
 * @param from the stage that was left
 * @param to the stage that was reached
 */
record StageStep(Stage from, Stage to) implements Comparable<StageStep> {
    private static final Comparator<StageStep> ORDER =
            Comparator.comparing(StageStep::from).thenComparing(StageStep::to);

    @Override
    public int compareTo(StageStep other) {
        return ORDER.compare(this, other);
    }
}
