package io.truenorth.relationship.score;

import io.truenorth.relationship.ledger.Cell;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.LedgerMonth;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.model.ScoringModel;
import java.util.List;

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
        forEachDay(ledger, Days.lastBefore(t), sums::add);
        sums.read(t);
        return sums.score();
    }

    /** Returns the score and stage at a time (epoch ms). */
    public ScoreSnapshot snapshot(RelationshipLedger ledger, long t) {
        return assess(ledger, t).snapshot();
    }

    /**
     * Assesses a customer at a time in a single pass over the ledger.
     *
     * @param ledger must not change while the assessment is in use
     * @param t epoch ms; days that began before it count
     */
    public Assessment assess(RelationshipLedger ledger, long t) {
        DecayedSums sums = new DecayedSums(rules);
        StageReplay replay = new StageReplay(rules.model.stages());
        LastDeparture departures = new LastDeparture(rules);
        forEachDay(ledger, Days.lastBefore(t), (cells, from, to) -> {
            int day = cells.get(from).day();
            sums.readAtStartOf(day);
            replay.fall(sums);
            sums.add(cells, from, to);
            sums.readAtStartOf(day);
            replay.fall(sums);
            if (sums.lastDayIsActive()) {
                replay.rise(sums);
            }
            departures.add(cells, from, to);
        });
        sums.read(t);
        replay.fall(sums);
        return new Assessment(rules, ledger, t, sums, replay, departures.last());
    }

    /** Passes the cells of each day up to the last one to a visitor, in order. */
    static void forEachDay(RelationshipLedger ledger, int lastDay, DayVisitor visitor) {
        for (LedgerMonth month : ledger.months()) {
            List<Cell> cells = month.cells();
            int from = 0;
            while (from < cells.size() && cells.get(from).day() <= lastDay) {
                int to = endOfDay(cells, from);
                visitor.visit(cells, from, to);
                from = to;
            }
        }
    }

    private static int endOfDay(List<Cell> cells, int from) {
        int to = from + 1;
        while (to < cells.size() && cells.get(to).day() == cells.get(from).day()) {
            to++;
        }
        return to;
    }
}
