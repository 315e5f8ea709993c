package io.truenorth.backtest;

import java.time.LocalDate;

/** Thrown if an outcome cannot be predicted, as too few customers had it, or too few had it not. */
public final class UndefinedOutcomeException extends IllegalArgumentException {

    private UndefinedOutcomeException(String message) {
        super(message);
    }

    /**
     * An outcome that too few customers had, or had not.
     *
     * @param least how many of each there have to be
     */
    static UndefinedOutcomeException tooFew(String outcome, int least, int positives, Cohort cohort) {
        return new UndefinedOutcomeException(
                "expected an outcome that at least " + least + " customers had, and at least "
                        + least + " had not, within " + cohort.window().days() + " days of "
                        + LocalDate.ofEpochDay(cohort.window().firstDay()) + "; " + outcome + ": " + positives + " of "
                        + cohort.size() + " customers known at that time");
    }
}
