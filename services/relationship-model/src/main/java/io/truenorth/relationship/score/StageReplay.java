package io.truenorth.relationship.score;

import static io.truenorth.relationship.score.Stage.ADVOCATE;
import static io.truenorth.relationship.score.Stage.UNKNOWN;

import io.truenorth.relationship.model.AdvocateLimits;
import io.truenorth.relationship.model.StageLimits;
import io.truenorth.relationship.model.Stages;
import java.util.List;

/**
 * The stage of a customer, updated as the days of a ledger are replayed through {@link DecayedSums}: moved down while
 * the stage no longer holds and up while the next one is reached. As the replay is in event time, the stage does not
 * depend on the order of arrival.
 */
final class StageReplay {

    private final long[] up = new long[Stage.values().length];
    private final long[] down = new long[Stage.values().length];
    private final AdvocateLimits advocate;
    private Stage stage = UNKNOWN;

    StageReplay(Stages stages) {
        advocate = stages.advocacy();
        up[Stage.AWARE.ordinal()] = 1;
        down[Stage.AWARE.ordinal()] = 1;
        List<StageLimits> limits = List.of(stages.engaged(), stages.committed(), stages.loyal(), stages.advocate());
        for (int i = 0; i < limits.size(); i++) {
            up[Stage.ENGAGED.ordinal() + i] = limits.get(i).upMicroPoints();
            down[Stage.ENGAGED.ordinal() + i] = limits.get(i).downMicroPoints();
        }
    }

    Stage stage() {
        return stage;
    }

    void fall(DecayedSums sums) {
        while (!holds(stage, sums)) {
            stage = stage.previous();
        }
    }

    void rise(DecayedSums sums) {
        while (stage != ADVOCATE && reaches(stage.next(), sums)) {
            stage = stage.next();
        }
    }

    /** Returns the score, in micro-points, required to keep a stage. */
    long keptFrom(Stage stage) {
        return down[stage.ordinal()];
    }

    boolean holds(Stage stage, DecayedSums sums) {
        return sums.score() >= down[stage.ordinal()] && (stage != ADVOCATE || advocates(sums, advocate.massDown()));
    }

    private boolean reaches(Stage stage, DecayedSums sums) {
        return sums.score() >= up[stage.ordinal()] && (stage != ADVOCATE || advocates(sums, advocate.massUp()));
    }

    private boolean advocates(DecayedSums sums, double mass) {
        return sums.advocacyMass() >= mass && sums.detractorRisk() <= advocate.maxRisk();
    }
}
