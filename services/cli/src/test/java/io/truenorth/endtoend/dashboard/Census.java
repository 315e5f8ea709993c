package io.truenorth.endtoend.dashboard;

import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.relationship.score.Stage;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * How many stand where.
 *
 * @param stages the counts of the six stages, the lowest first
 * @param detractors who speak against us
 */
record Census(List<Long> stages, long detractors) {
    private static final int STAGES = Stage.values().length;

    static Census of(Collection<ScoreSnapshot> snapshots) {
        long[] stages = new long[STAGES];
        snapshots.forEach(snapshot -> stages[snapshot.stage().ordinal()]++);
        return new Census(
                Arrays.stream(stages).boxed().toList(),
                snapshots.stream().filter(ScoreSnapshot::detractor).count());
    }

    long customers() {
        return stages.stream().mapToLong(count -> count).sum();
    }

    long advocates() {
        return stages.get(STAGES - 1);
    }

    /** Net advocacy, -100 to 100. */
    double index() {
        return 100.0 * (advocates() - detractors) / customers();
    }
}
