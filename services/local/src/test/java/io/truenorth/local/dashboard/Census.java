package io.truenorth.local.dashboard;

import io.truenorth.relationship.score.Stage;
import io.truenorth.relationship.score.Standing;
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

    static Census of(Collection<Standing> standings) {
        long[] stages = new long[STAGES];
        standings.forEach(standing -> stages[standing.stage().ordinal()]++);
        return new Census(
                Arrays.stream(stages).boxed().toList(),
                standings.stream().filter(Standing::detractor).count());
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
