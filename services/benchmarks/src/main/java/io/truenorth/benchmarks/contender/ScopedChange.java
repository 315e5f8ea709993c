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
 * @param before the previous score; in no scope and of stage UNKNOWN before the first score
 * @param now the latest score
 * @param score the record of the latest score; empty if it was read from the store
 */
record ScopedChange(ScopedScore before, ScopedScore now, Optional<RelationshipScore> score) {
    private static final ScopedScore NONE = new ScopedScore(Stage.UNKNOWN, Map.of());

    /** Returns the state before the first score. */
    static ScopedChange none() {
        return new ScopedChange(NONE, NONE, Optional.empty());
    }

    ScopedChange then(Scores.Explained scored) {
        return new ScopedChange(now, ScopedScore.of(scored), Optional.of(scored.score()));
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

    static ScopedChange fromBytes(byte[] bytes) {
        return new ScopedChange(NONE, ScopedScore.fromBytes(bytes), Optional.empty());
    }
}
