package io.truenorth.streams.rollup;

import io.truenorth.relationship.score.Stage;
import java.util.Comparator;

/**
 * A move from one stage to another.
 *
 * @param from the previous stage
 * @param to the new stage
 */
record StageStep(Stage from, Stage to) implements Comparable<StageStep> {
    private static final Comparator<StageStep> ORDER =
            Comparator.comparing(StageStep::from).thenComparing(StageStep::to);

    @Override
    public int compareTo(StageStep other) {
        return ORDER.compare(this, other);
    }
}
