package io.truenorth.backtest;

import java.util.List;

/** AUC outside of a whole backtest: of a part of the customers, and of two predictors compared. */
public final class Discrimination {

    private Discrimination() {}

    /**
     * Returns the AUC among the copies of customers; NaN if all have the outcome or none.
     *
     * @param copies how many copies of each customer there are
     */
    static double auc(TieGroups predictor, boolean[] occurred, int[] copies) {
        double wins = 0;
        double negatives = 0;
        double positives = 0;
        int from = 0;
        for (int end : predictor.ends) {
            double with = 0;
            double without = 0;
            for (int i = from; i < end; i++) {
                int customer = predictor.order[i];
                if (occurred[customer]) {
                    with += copies[customer];
                } else {
                    without += copies[customer];
                }
            }
            wins += with * (negatives + without / 2);
            negatives += without;
            positives += with;
            from = end;
        }
        return wins / (positives * negatives);
    }

    /**
     * Returns the AUC in each of several folds of the customers.
     *
     * @param folds the indexes of the customers of each
     */
    public static double[] aucs(double[] values, boolean[] occurred, List<int[]> folds) {
        TieGroups predictor = new TieGroups(values);
        return folds.stream()
                .mapToDouble(fold -> {
                    int[] copies = new int[values.length];
                    for (int customer : fold) {
                        copies[customer] = 1;
                    }
                    return auc(predictor, occurred, copies);
                })
                .toArray();
    }

    /** Returns the AUC of two predictors, and the second less the first, with intervals. */
    public static Estimate[] compare(double[] first, double[] second, ObservedOutcomes outcomes, Bootstrap bootstrap) {
        TieGroups byFirst = new TieGroups(first);
        TieGroups bySecond = new TieGroups(second);
        return bootstrap.estimates(outcomes, resample -> {
            double ofFirst = Measure.AUC.of(byFirst, outcomes, resample);
            double ofSecond = Measure.AUC.of(bySecond, outcomes, resample);
            return new double[] {ofFirst, ofSecond, ofSecond - ofFirst};
        });
    }
}
