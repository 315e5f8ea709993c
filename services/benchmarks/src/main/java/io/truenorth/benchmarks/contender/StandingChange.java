package io.truenorth.benchmarks.contender;

import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Stage;
import io.truenorth.contract.StageTransition;
import io.truenorth.contract.TransitionCause;
import java.util.Map;
import java.util.Optional;

/**
 * The change from a customer's previous score to the latest.
 *
 * @param before the previous standing; in no scope and of stage UNKNOWN before the first score
 * @param now the latest standing
 * @param score the latest score; empty if it was read from the store
 */
record StandingChange(Standing before, Standing now, Optional<RelationshipScore> score) {
    private static final Standing NONE = new Standing(Stage.UNKNOWN, Map.of());

    /** Returns the state before the first score. */
    static StandingChange none() {
        return new StandingChange(NONE, NONE, Optional.empty());
    }

    StandingChange then(Scores.Explained scored) {
        return new StandingChange(now, Standing.of(scored), Optional.of(scored.score()));
    }

    Map<String, ScopeSums> differences() {
        return now.since(before);
    }

    boolean isTransition() {
        return before.stage() != now.stage();
    }

    StageTransition transition() {
        RelationshipScore latest = score.orElseThrow();
        StageTransition transition = new StageTransition();
        transition.setCustomer(latest.getCustomer());
        transition.setFrom(before.stage());
        transition.setTo(now.stage());
        transition.setScore(latest.getScore());
        transition.setAt(latest.getScoredAt());
        transition.setCause(TransitionCause.TOUCHPOINT);
        transition.setAttributes(latest.getAttributes());
        transition.setModelId(latest.getModelId());
        transition.setModelVersion(latest.getModelVersion());
        return transition;
    }

    byte[] toBytes() {
        return now.toBytes();
    }

    static StandingChange fromBytes(byte[] bytes) {
        return new StandingChange(NONE, Standing.fromBytes(bytes), Optional.empty());
    }
}
