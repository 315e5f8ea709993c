package io.truenorth.relationship.score;

import io.truenorth.relationship.ledger.Cell;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.LedgerMonth;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.model.ScoringModel;
import java.util.List;

/**
 * Scores ledgers under one model: a pure function of (ledger, model, time), in the past as well as in the future.
 *
 * <p>Immutable; one instance serves all threads. Making one costs about a millisecond, for its tables.
 */
public final class RelationshipScoring {

    private final ScoreRules rules;

    /** Scoring under a model. */
    public RelationshipScoring(ScoringModel model) {
        this.rules = new ScoreRules(model);
    }

    /** The model that is applied. */
    public ScoringModel model() {
        return rules.model;
    }

    /**
     * The score at a moment, without the stage.
     *
     * @param t epoch ms; what happened on days that began before it counts
     * @return 0 to 100 000 000 micro-points
     */
    public long score(RelationshipLedger ledger, long t) {
        DecayedSums sums = new DecayedSums(rules);
        forEachDay(ledger, Days.lastBefore(t), sums::add);
        sums.read(t);
        return sums.score();
    }

    /** Where the customer stands at a moment (epoch ms). */
    public ScoreSnapshot snapshot(RelationshipLedger ledger, long t) {
        return assess(ledger, t).snapshot();
    }

    /**
     * Everything there is to know of the customer at a moment, from one walk over the ledger.
     *
     * @param ledger stays unchanged as long as the assessment is asked
     * @param t epoch ms; what happened on days that began before it counts
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

    /** Shows the cells of each day up to the last one, in order. */
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
