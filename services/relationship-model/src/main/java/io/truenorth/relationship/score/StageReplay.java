package io.truenorth.relationship.score;

import static io.truenorth.relationship.score.Stage.ADVOCATE;
import static io.truenorth.relationship.score.Stage.UNKNOWN;

import io.truenorth.relationship.model.AdvocateLimits;
import io.truenorth.relationship.model.StageLimits;
import io.truenorth.relationship.model.Stages;
import java.util.List;

/**
 * The stage of a customer, moved by what a {@link Tally} reads: down while the stage no longer holds, up while the next
 * one is reached. As it is replayed from the ledger in event time, it does not depend on the order of arrival.
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

    void fall(Tally tally) {
        while (!holds(stage, tally)) {
            stage = stage.previous();
        }
    }

    void rise(Tally tally) {
        while (stage != ADVOCATE && reaches(stage.next(), tally)) {
            stage = stage.next();
        }
    }

    /** The score in micro-points that the stage needs to be kept. */
    long keptFrom(Stage stage) {
        return down[stage.ordinal()];
    }

    boolean holds(Stage stage, Tally tally) {
        return tally.score() >= down[stage.ordinal()] && (stage != ADVOCATE || advocates(tally, advocate.massDown()));
    }

    private boolean reaches(Stage stage, Tally tally) {
        return tally.score() >= up[stage.ordinal()] && (stage != ADVOCATE || advocates(tally, advocate.massUp()));
    }

    private boolean advocates(Tally tally, double mass) {
        return tally.advocacyMass() >= mass && tally.detractorRisk() <= advocate.maxRisk();
    }
}
