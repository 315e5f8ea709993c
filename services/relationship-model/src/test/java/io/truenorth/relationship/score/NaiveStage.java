package io.truenorth.relationship.score;

import io.truenorth.relationship.ledger.Cell;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.model.ScoringModel;
import java.util.List;
import java.util.TreeSet;

/** A direct implementation of the stage: a state machine over the days of a history that scores anew at every step. */
final class NaiveStage {

    private static final double[] UP = {0, 0.000001, 25, 45, 60, 70};
    private static final double[] DOWN = {0, 0.000001, 18, 35, 48, 58};

    private final ScoringModel model;
    private final List<Cell> history;
    private int stage;

    NaiveStage(ScoringModel model, List<Cell> history) {
        this.model = model;
        this.history = history;
    }

    Stage at(long t) {
        TreeSet<Integer> days = new TreeSet<>();
        history.stream().map(Cell::day).filter(day -> Days.start(day) < t).forEach(days::add);
        for (int day : days) {
            fall(day - 1, Days.start(day));
            fall(day, Days.start(day));
            boolean active = new NaiveScore(model, history, t).isActiveOn(day);
            while (active && stage < 5 && fits(stage + 1, UP, 1, day, Days.start(day))) {
                stage++;
            }
        }
        fall(days.isEmpty() ? Integer.MIN_VALUE : days.last(), t);
        return Stage.values()[stage];
    }

    private void fall(int lastDay, long t) {
        while (stage > 0 && !fits(stage, DOWN, 0.5, lastDay, t)) {
            stage--;
        }
    }

    private boolean fits(int candidate, double[] limits, double mass, int lastDay, long t) {
        NaiveScore score = new NaiveScore(
                model, history.stream().filter(cell -> cell.day() <= lastDay).toList(), t);
        boolean advocates = candidate < 5 || (score.advocacyMass() >= mass && score.risk() <= 0.3);
        return advocates && score.contributions().sum() >= limits[candidate] * 1_000_000;
    }
}
