package io.truenorth.backtest.tune;

import io.truenorth.backtest.OutcomeWindow;
import io.truenorth.relationship.ledger.RelationshipLedger;
import java.util.Collection;
import java.util.List;

/**
 * The windows of a tuning.
 *
 * @param later the window that judges the choice
 * @param earlier the windows that the choice is made in; they end before the later one begins
 */
public record TuningWindows(OutcomeWindow later, List<OutcomeWindow> earlier) {

    private static final int PARTS = 4;

    /** Thrown if there is too little history before the cut. */
    public static final class TooShortException extends IllegalArgumentException {
        private TooShortException(String message) {
            super(message);
        }
    }

    public TuningWindows {
        earlier = List.copyOf(earlier);
    }

    /**
     * Returns the windows of histories: the last quarter judges, and the choice is made in the quarter before it, and in
     * a quarter that begins half a quarter earlier.
     *
     * @throws TooShortException if the histories are too short
     */
    public static TuningWindows of(Collection<RelationshipLedger> ledgers) {
        int firstDay = firstDayOf(ledgers);
        int end = ledgers.stream()
                        .mapToInt(ledger -> ledger.lastDay().orElse(0))
                        .max()
                        .orElse(0)
                + 1;
        int days = Math.max(1, (end - firstDay) / PARTS);
        return before(new OutcomeWindow(end - days, days), ledgers);
    }

    /**
     * Returns the windows for a given later one. The earlier ones have the same length if the history before the cut is
     * at least three times as long, otherwise a third of it.
     *
     * @throws TooShortException if the histories are too short
     */
    public static TuningWindows before(OutcomeWindow later, Collection<RelationshipLedger> ledgers) {
        int before = later.firstDay() - firstDayOf(ledgers);
        int days = Math.min(later.days(), before / (PARTS - 1));
        if (days < 2) {
            throw new TooShortException(
                    "expected a history that begins at least six days before the cut, begins " + before + " before it");
        }
        OutcomeWindow last = new OutcomeWindow(later.firstDay() - days, days);
        return new TuningWindows(later, List.of(last, last.earlierBy(days / 2)));
    }

    private static int firstDayOf(Collection<RelationshipLedger> ledgers) {
        return ledgers.stream()
                .mapToInt(ledger -> ledger.firstDay().orElse(Integer.MAX_VALUE))
                .min()
                .orElse(0);
    }
}
