package io.truenorth.backtest;

import io.truenorth.relationship.ledger.DayCells;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.model.KindRule;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.CellValue;

/**
 * What the simple predictors use of a customer's history before the cut.
 *
 * @param cut epoch day
 * @param activeDays the number of days on which the customer was active
 * @param firstDay the first of them; the cut if there is none
 * @param lastDay the last of them; a day before all others if there is none
 * @param money in minor units
 * @param decayedTouches the customer's touches, each counting half after {@value #HALF_LIFE} days
 */
record ActivitySummary(int cut, int activeDays, int firstDay, int lastDay, double money, double decayedTouches) {

    private static final int HALF_LIFE = 182;
    static final double DAYS_PER_WEEK = 7;

    static ActivitySummary of(RelationshipLedger ledger, ScoringModel model, int cut) {
        Walk walk = new Walk(model, cut);
        ledger.forEachDay(cut - 1, walk::add);
        return new ActivitySummary(cut, walk.activeDays, walk.firstDay, walk.lastDay, walk.money, walk.decayedTouches);
    }

    private static final class Walk {
        private final ScoringModel model;
        private final int cut;
        private int activeDays;
        private int firstDay;
        private int lastDay = Integer.MIN_VALUE;
        private double money;
        private double decayedTouches;

        Walk(ScoringModel model, int cut) {
            this.model = model;
            this.cut = cut;
            this.firstDay = cut;
        }

        void add(DayCells cells) {
            boolean active = false;
            double weight = StrictMath.pow(2, -(cut - cells.day()) / (double) HALF_LIFE);
            for (int cell = 0; cell < cells.size(); cell++) {
                KindRule rule = model.kinds().of(cells.category(cell).kind());
                active |= CellValue.isActive(cells, cell, rule);
                money += CellValue.money(cells, cell, rule);
                decayedTouches += rule.isEngaging() ? weight * cells.inbound(cell) : 0;
            }
            if (active) {
                activeDays++;
                firstDay = Math.min(firstDay, cells.day());
                lastDay = cells.day();
            }
        }
    }

    boolean isActive() {
        return activeDays > 0;
    }

    /** The purchase history as BG/NBD knows it, in weeks from the first active day to the last day before the cut. */
    RepeatPurchases repeatPurchases() {
        return new RepeatPurchases(
                activeDays - 1, (lastDay - firstDay) / DAYS_PER_WEEK, (cut - 1 - firstDay) / DAYS_PER_WEEK);
    }
}
