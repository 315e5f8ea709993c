package io.truenorth.relationship.score;

import io.truenorth.relationship.ledger.DayCells;

/**
 * The state of a customer as the days of a ledger are replayed in event time: the decayed sums, the stage, the last
 * departure and the totals. One walk over the ledger gives all that is published of a customer.
 */
final class LedgerReplay {

    final DecayedSums sums;
    final ScoreReading reading;
    final StageReplay stages;
    final LastDeparture departures;
    final TouchTotals totals;
    private final ScoreRules rules;

    LedgerReplay(ScoreRules rules) {
        this.rules = rules;
        sums = new DecayedSums(rules);
        reading = new ScoreReading(rules, sums);
        stages = new StageReplay(rules);
        departures = new LastDeparture(sums.slots);
        totals = new TouchTotals();
    }

    /** Creates an independent replay of the same ledger, which goes on from the same day. */
    LedgerReplay(LedgerReplay other) {
        rules = other.rules;
        sums = new DecayedSums(other.sums);
        reading = new ScoreReading(other.reading, sums);
        stages = new StageReplay(rules, other.stages.stage());
        departures = new LastDeparture(other.departures);
        totals = new TouchTotals(other.totals);
    }

    /** Returns the day added last, or {@link DecayedSums#NO_DAY}. */
    int day() {
        return sums.day;
    }

    /** Adds the cells of a day, which must be later than all days added before. */
    void add(DayCells cells) {
        int today = cells.day();
        if (!surelyHoldsAt(today)) {
            reading.readAtStartOf(today);
            stages.fall(reading);
        }
        sums.add(cells);
        reading.readAtStartOf(today);
        stages.fall(reading);
        if (sums.lastDayIsActive) {
            stages.rise(reading);
        }
        departures.add(cells);
        totals.add(cells);
    }

    /**
     * Returns whether the stage holds at the start of a day without reading the score: it held at the start of the day
     * added last, and the score keeps at least the share that the shortest half-life leaves of it.
     */
    private boolean surelyHoldsAt(int today) {
        if (stages.stage() == Stage.UNKNOWN) {
            return true;
        }
        double least = reading.score() * rules.fastest().ofDays(today - day()) - Assessment.ROUNDING;
        return least >= rules.keptFrom(stages.stage()) && (stages.stage() != Stage.ADVOCATE || massHoldsAt(today));
    }

    /** The mass decays by one half-life alone; the margin allows for floating-point error. */
    private boolean massHoldsAt(int today) {
        double mass = reading.advocacyMass() * rules.advocacy.ofDays(today - day());
        return mass >= rules.model.stages().advocacy().massDown() * (1 + 1e-9);
    }

    /** Returns the approximate heap size, in bytes. */
    int heapBytes() {
        return 300 + sums.heapBytes();
    }
}
