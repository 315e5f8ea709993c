package io.truenorth.backtest;

/** How well a predictor orders customers by their outcome. */
public enum Measure {

    /**
     * The area under the ROC curve: the probability that of two customers, one with the outcome and one without, the
     * predictor ranks the first higher; ties count half. 0.5 is chance.
     */
    AUC("AUC") {
        @Override
        double of(TieGroups predictor, ObservedOutcomes outcomes, Resample resample) {
            return Discrimination.auc(predictor, outcomes.occurred(), resample.copies);
        }
    },

    /**
     * How many times as often as among all customers the outcome occurred among the tenth that the predictor ranks
     * highest. Of customers with equal values at the border, the proportional share counts.
     */
    TOP_DECILE_LIFT("top-decile lift") {
        @Override
        double of(TieGroups predictor, ObservedOutcomes outcomes, Resample resample) {
            double size = 0;
            double positives = 0;
            for (int i = 0; i < resample.copies.length; i++) {
                size += resample.copies[i];
                positives += outcomes.occurred()[i] ? resample.copies[i] : 0;
            }
            double found = positivesAmongHighest(size / 10, predictor, outcomes, resample.copies);
            return found / (size / 10) / (positives / size);
        }
    },

    /** Spearman's rank correlation with the number of days with the outcome. */
    SPEARMAN_COUNT("Spearman, count") {
        @Override
        double of(TieGroups predictor, ObservedOutcomes outcomes, Resample resample) {
            return correlation(predictor.ranks(resample.copies), resample.countRanks, resample.copies);
        }
    },

    /** Spearman's rank correlation with the money of the outcome window. Not a number if there was none. */
    SPEARMAN_SPEND("Spearman, spend") {
        @Override
        double of(TieGroups predictor, ObservedOutcomes outcomes, Resample resample) {
            return correlation(predictor.ranks(resample.copies), resample.spendRanks, resample.copies);
        }
    };

    private final String title;

    Measure(String title) {
        this.title = title;
    }

    /** Returns the name in tables. */
    public String title() {
        return title;
    }

    /** Returns the value; NaN if it is undefined, as it is if all customers have the outcome or none. */
    abstract double of(TieGroups predictor, ObservedOutcomes outcomes, Resample resample);

    /**
     * Returns how many of a number of customers that the predictor ranks highest have the outcome.
     *
     * @param copies how many copies of each customer there are
     */
    static double positivesAmongHighest(
            double customers, TieGroups predictor, ObservedOutcomes outcomes, int[] copies) {
        double left = customers;
        double found = 0;
        for (int group = predictor.ends.length - 1; group >= 0 && left > 0; group--) {
            double size = 0;
            double positives = 0;
            for (int i = group == 0 ? 0 : predictor.ends[group - 1]; i < predictor.ends[group]; i++) {
                int customer = predictor.order[i];
                size += copies[customer];
                positives += outcomes.occurred()[customer] ? copies[customer] : 0;
            }
            if (size > 0) {
                found += positives * Math.min(1, left / size);
                left -= size;
            }
        }
        return found;
    }

    private static double correlation(double[] xs, double[] ys, int[] copies) {
        double size = 0;
        for (int copy : copies) {
            size += copy;
        }
        double mean = (size + 1) / 2;
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < copies.length; i++) {
            double x = xs[i] - mean;
            double y = ys[i] - mean;
            xy += copies[i] * x * y;
            xx += copies[i] * x * x;
            yy += copies[i] * y * y;
        }
        return xy / Math.sqrt(xx * yy);
    }
}
