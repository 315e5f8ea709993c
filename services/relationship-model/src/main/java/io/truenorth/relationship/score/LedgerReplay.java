package io.truenorth.relationship.score;

import io.truenorth.relationship.ledger.DayCells;

/**
 * The state of a customer as the days of a ledger are replayed in event time: the decayed sums, the stage, the last
 * departure and the totals. One walk over the ledger gives all that is published of a customer.
 */
final class LedgerReplay {

    final DecayedSums sums;
    final StageReplay stages;
    final LastDeparture departures;
    final TouchTotals totals = new TouchTotals();
    private final ScoreRules rules;
    private int day = Integer.MIN_VALUE;

    LedgerReplay(ScoreRules rules) {
        this.rules = rules;
        this.sums = new DecayedSums(rules);
        this.stages = new StageReplay(rules.model.stages());
        this.departures = new LastDeparture(rules);
    }

    /** Adds the cells of a day, which must be later than all days added before. */
    void add(DayCells cells) {
        int today = cells.day();
        if (!surelyHoldsAt(today)) {
            sums.readAtStartOf(today);
            stages.fall(sums);
        }
        sums.add(cells);
        sums.readAtStartOf(today);
        stages.fall(sums);
        if (sums.lastDayIsActive()) {
            stages.rise(sums);
        }
        departures.add(cells);
        totals.add(cells);
        day = today;
    }

    /**
     * Returns whether the stage holds at the start of a day without reading the score: it held at the start of the day
     * added last, and the score keeps at least the share that the shortest half-life leaves of it.
     */
    private boolean surelyHoldsAt(int today) {
        if (stages.stage() == Stage.UNKNOWN) {
            return true;
        }
        double least = sums.score() * rules.fastest().ofDays(today - day) - Assessment.ROUNDING;
        return least >= stages.keptFrom(stages.stage()) && (stages.stage() != Stage.ADVOCATE || massHoldsAt(today));
    }

    /** The mass decays by one half-life alone; the margin allows for floating-point error. */
    private boolean massHoldsAt(int today) {
        double mass = sums.advocacyMass() * rules.advocacy.ofDays(today - day);
        return mass >= rules.model.stages().advocacy().massDown() * (1 + 1e-9);
    }
}
