package io.truenorth.relationship.score;

import static io.truenorth.relationship.score.Stage.ADVOCATE;
import static io.truenorth.relationship.score.Stage.UNKNOWN;

import io.truenorth.relationship.model.AdvocateLimits;

/**
 * The stage of a customer, updated as the days of a ledger are replayed: moved down while the stage no longer holds and up
 * while the next one is reached. As the replay is in event time, the stage does not depend on the order of arrival.
 */
final class StageReplay {

    private final ScoreRules rules;
    private final AdvocateLimits advocate;
    private Stage stage;

    StageReplay(ScoreRules rules) {
        this(rules, UNKNOWN);
    }

    /** Creates a replay that goes on from a stage. */
    StageReplay(ScoreRules rules, Stage stage) {
        this.rules = rules;
        this.advocate = rules.model.stages().advocacy();
        this.stage = stage;
    }

    Stage stage() {
        return stage;
    }

    void fall(ScoreReading reading) {
        while (!holds(stage, reading)) {
            stage = stage.previous();
        }
    }

    void rise(ScoreReading reading) {
        while (stage != ADVOCATE && reaches(stage.next(), reading)) {
            stage = stage.next();
        }
    }

    boolean holds(Stage asked, ScoreReading reading) {
        return reading.score() >= rules.keptFrom(asked)
                && (asked != ADVOCATE || advocates(reading, advocate.massDown()));
    }

    private boolean reaches(Stage asked, ScoreReading reading) {
        return reading.score() >= rules.reachedFrom(asked)
                && (asked != ADVOCATE || advocates(reading, advocate.massUp()));
    }

    private boolean advocates(ScoreReading reading, double mass) {
        return reading.advocacyMass() >= mass && reading.detractorRisk() <= advocate.maxRisk();
    }
}
