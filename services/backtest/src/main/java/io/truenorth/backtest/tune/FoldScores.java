package io.truenorth.backtest.tune;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The AUC of each variant in each fold of the customers, from which a variant is chosen.
 *
 * @param variants the candidates
 * @param auc by variant and fold
 */
@SuppressWarnings("ArrayRecordComponent") // A table of numbers, and not compared.
record FoldScores(List<ModelVariant> variants, double[][] auc) {

    /** Of variants that are equally good, the one that changes least is the best. */
    private static final Comparator<ModelVariant> SIMPLEST =
            Comparator.comparingInt(ModelVariant::changes).thenComparingDouble(ModelVariant::paceDistance);

    /** A mean over folds with its standard error. */
    record Mean(double value, double standardError) {
        static Mean of(double[] values) {
            double mean = DoubleStream.of(values).average().orElse(Double.NaN);
            double squares = DoubleStream.of(values)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            return new Mean(mean, Math.sqrt(squares / (values.length - 1) / values.length));
        }
    }

    int folds() {
        return auc[0].length;
    }

    /** The mean AUC of a variant over all folds. */
    double mean(ModelVariant variant) {
        return DoubleStream.of(auc[variants.indexOf(variant)]).average().orElse(Double.NaN);
    }

    /** The variant that all folds together choose. */
    ModelVariant choice() {
        return variants.get(choice(IntStream.range(0, folds()).toArray()));
    }

    /**
     * How much better than the model itself the choice is: in each fold, the variant that the other folds choose, so that
     * the gain is not that of the luckiest variant.
     */
    Mean gain() {
        double[] unchanged = auc[variants.indexOf(ModelVariant.UNCHANGED)];
        double[] gains = new double[folds()];
        for (int fold = 0; fold < gains.length; fold++) {
            int without = fold;
            int chosen = choice(IntStream.range(0, folds())
                    .filter(other -> other != without)
                    .toArray());
            gains[fold] = auc[chosen][fold] - unchanged[fold];
        }
        return Mean.of(gains);
    }

    /** The simplest variant that is within a standard error of the best one. */
    private int choice(int[] among) {
        double[] means = Arrays.stream(auc)
                .mapToDouble(ofVariant -> Arrays.stream(among)
                        .mapToDouble(fold -> ofVariant[fold])
                        .average()
                        .orElseThrow())
                .toArray();
        int best = IntStream.range(0, means.length)
                .boxed()
                .max(Comparator.comparingDouble(variant -> means[variant]))
                .orElseThrow();
        return IntStream.range(0, means.length)
                .filter(variant -> isAsGood(variant, best, among))
                .boxed()
                .min(Comparator.<Integer, ModelVariant>comparing(variants::get, SIMPLEST)
                        .thenComparing(variant -> -means[variant]))
                .orElseThrow();
    }

    private boolean isAsGood(int variant, int best, int[] among) {
        Mean behind = Mean.of(Arrays.stream(among)
                .mapToDouble(fold -> auc[best][fold] - auc[variant][fold])
                .toArray());
        return behind.value() <= behind.standardError();
    }
}
