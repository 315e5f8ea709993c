package io.truenorth.backtest;

import io.truenorth.relationship.ledger.Days;

/**
 * The days on which outcomes are observed. Scores are as of the start of the first day, and know all days before it.
 *
 * @param firstDay epoch day (UTC) of the cut
 * @param days the horizon, at least 1
 */
public record OutcomeWindow(int firstDay, int days) {

    public OutcomeWindow {
        if (days < 1) {
            throw new IllegalArgumentException("expected a horizon of at least one day, was " + days);
        }
    }

    /** Returns the time of the cut, epoch ms. */
    public long cut() {
        return Days.start(firstDay);
    }

    /** Returns the last epoch day of the window. */
    public int lastDay() {
        return firstDay + days - 1;
    }

    /** Returns the window of the same length that starts a number of days earlier. */
    public OutcomeWindow earlierBy(int shift) {
        return new OutcomeWindow(firstDay - shift, days);
    }
}
