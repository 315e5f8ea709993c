package io.truenorth.cli.model;

import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.relationship.score.Stage;
import java.util.Locale;
import java.util.Optional;

/**
 * The scores of a customer by two models at the same time.
 *
 * @param customer the name of the customer
 * @param before the score by the first model; empty if that model rejects all touches of the customer
 * @param after the score by the second model
 */
record ModelScoreChange(String customer, Optional<ScoreSnapshot> before, Optional<ScoreSnapshot> after) {

    /** The change in micro-points; a customer who is not scored has none. */
    long difference() {
        return score(after) - score(before);
    }

    boolean changesStage() {
        return !stage(before).equals(stage(after));
    }

    static long score(Optional<ScoreSnapshot> snapshot) {
        return snapshot.map(ScoreSnapshot::score).orElse(0L);
    }

    static Optional<Stage> stage(Optional<ScoreSnapshot> snapshot) {
        return snapshot.map(ScoreSnapshot::stage);
    }

    static String name(Optional<Stage> stage) {
        return stage.map(some -> some.name().toLowerCase(Locale.ROOT)).orElse("not scored");
    }
}
