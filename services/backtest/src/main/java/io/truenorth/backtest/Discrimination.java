package io.truenorth.backtest;

import java.util.Arrays;
import java.util.Comparator;

/** AUC outside of a whole backtest: of a part of the customers, and of two predictors compared. */
public final class Discrimination {

    private Discrimination() {}

    /**
     * Returns the AUC among some of the customers.
     *
     * @param customers indexes
     */
    public static double auc(double[] values, boolean[] occurred, int[] customers) {
        Integer[] order = Arrays.stream(customers).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        double wins = 0;
        double negatives = 0;
        int from = 0;
        while (from < order.length) {
            double with = 0;
            double without = 0;
            int next = from;
            while (next < order.length && values[order[next]] == values[order[from]]) {
                if (occurred[order[next]]) {
                    with++;
                } else {
                    without++;
                }
                next++;
            }
            wins += with * (negatives + without / 2);
            negatives += without;
            from = next;
        }
        return wins / ((order.length - negatives) * negatives);
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
