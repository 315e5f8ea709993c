package io.truenorth.relationship.score;

import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.model.ScoringModel;
import java.util.function.Consumer;

/**
 * Scores ledgers under one model: a pure function of (ledger, model, time), for past and future times alike.
 *
 * <p>Immutable and thread-safe. Creating an instance costs about a millisecond, for its tables; share it.
 */
public final class RelationshipScoring {

    private final ScoreRules rules;

    /** Creates the scoring of a model. */
    public RelationshipScoring(ScoringModel model) {
        this.rules = new ScoreRules(model);
    }

    /** Returns the model. */
    public ScoringModel model() {
        return rules.model;
    }

    /**
     * Returns the score at a time, without the stage.
     *
     * @param t epoch ms; days that began before it count
     * @return 0 to 100 000 000 micro-points
     */
    public long score(RelationshipLedger ledger, long t) {
        DecayedSums sums = new DecayedSums(rules);
        ledger.forEachDay(Days.lastBefore(t), sums::add);
        ScoreReading reading = new ScoreReading(rules, sums);
        reading.read(t);
        return reading.score();
    }

    /** Returns the score and stage at a time (epoch ms). */
    public ScoreSnapshot snapshot(RelationshipLedger ledger, long t) {
        return assess(ledger, t).snapshot();
    }

    /**
     * Assesses a customer at a time in a single pass over the ledger.
     *
     * @param t epoch ms; days that began before it count
     */
    public Assessment assess(RelationshipLedger ledger, long t) {
        LedgerReplay replay = new LedgerReplay(rules);
        ledger.forEachDay(Days.lastBefore(t), replay::add);
        return new Assessment(rules, replay, t);
    }

    /** Returns what touches change of a score at a time (epoch ms), as the days of a ledger are added. */
    TouchEffects touchEffects(long t, Consumer<? super ScoreEffect> effects) {
        return new TouchEffects(rules, t, effects);
    }

    /** Returns the scoring of one ledger that grows, whose earlier days are not replayed at each assessment. */
    public IncrementalScoring of(RelationshipLedger ledger) {
        return new IncrementalScoring(rules, ledger);
    }
}
