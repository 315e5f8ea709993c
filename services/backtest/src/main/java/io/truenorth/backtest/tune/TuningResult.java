package io.truenorth.backtest.tune;

import io.truenorth.backtest.Estimate;
import io.truenorth.relationship.model.ScoringModel;
import java.util.List;

/**
 * The result of a tuning.
 *
 * @param windows where the choice was made, and where it was judged
 * @param outcome the outcome in words
 * @param customers the number of customers known at the later cut
 * @param variants the number of variants compared
 * @param candidate the best variant of the earlier part, even if it is not good enough
 * @param model the model chosen: the candidate, or the unchanged model
 * @param earlier the comparison in the earlier part
 * @param later the comparison in the later part
 * @param medianScores the median score at the later cut, in micro-points, of the unchanged model and of the chosen one
 */
public record TuningResult(
        TuningWindows windows,
        String outcome,
        int customers,
        int variants,
        ModelVariant candidate,
        ScoringModel model,
        CrossValidation earlier,
        LaterPart later,
        List<Double> medianScores) {

    /** A variant replaces the model if it is better by more than this number of standard errors. */
    public static final double STANDARD_ERRORS = 2;

    public TuningResult {
        medianScores = List.copyOf(medianScores);
    }

    /**
     * The cross-validation on the earlier part.
     *
     * @param folds the number of groups of customers
     * @param unchangedAuc the AUC of the model
     * @param candidateAuc the AUC of the candidate
     * @param gain how much better the choice was on customers that took no part in it
     * @param standardError of the gain
     */
    public record CrossValidation(
            int folds, double unchangedAuc, double candidateAuc, double gain, double standardError) {

        /** Returns whether the gain is more than chance. */
        public boolean isBetter() {
            return gain > STANDARD_ERRORS * standardError;
        }
    }

    /**
     * The later part, which took no part in the choice.
     *
     * @param unchanged the AUC of the model
     * @param chosen the AUC of the chosen model
     * @param difference the AUC of the chosen model less that of the unchanged one
     */
    public record LaterPart(Estimate unchanged, Estimate chosen, Estimate difference) {}

    /** Returns the variant chosen. */
    public ModelVariant variant() {
        return earlier.isBetter() ? candidate : ModelVariant.UNCHANGED;
    }
}
