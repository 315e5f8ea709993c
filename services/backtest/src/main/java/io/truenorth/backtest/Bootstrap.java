package io.truenorth.backtest;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The bootstrap: statistics of resamples of the customers, drawn with replacement, whose spread gives confidence intervals.
 * Predictors are not fitted anew, so that the intervals tell how much the result depends on which customers there are.
 *
 * @param resamples how many, at least 1
 * @param seed the same seed gives the same intervals
 */
public record Bootstrap(int resamples, long seed) {

    /** 1000 resamples. */
    public static final Bootstrap STANDARD = new Bootstrap(1_000, 1);

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    public Bootstrap {
        if (resamples < 1) {
            throw new IllegalArgumentException("expected at least one resample, were " + resamples);
        }
    }

    /** Several numbers of one resample. */
    @FunctionalInterface
    interface Statistics {
        double[] of(Resample resample);
    }

    /** Returns estimates of several numbers, each with its interval. */
    Estimate[] estimates(ObservedOutcomes outcomes, Statistics statistics) {
        TieGroups byCount = new TieGroups(outcomes.counts());
        TieGroups bySpend = new TieGroups(outcomes.spend());
        int size = outcomes.counts().length;
        double[] values = statistics.of(Resample.whole(size, byCount, bySpend));
        double[][] resampled = IntStream.range(0, resamples)
                .parallel()
                .mapToObj(i -> statistics.of(
                        Resample.drawn(new SplittableRandom(seed + i * GOLDEN_GAMMA).split(), size, byCount, bySpend)))
                .toArray(double[][]::new);
        Estimate[] estimates = new Estimate[values.length];
        for (int i = 0; i < values.length; i++) {
            int index = i;
            double[] ofOne = IntStream.range(0, resamples)
                    .mapToDouble(resample -> resampled[resample][index])
                    .toArray();
            estimates[i] = Estimate.of(values[i], ofOne);
        }
        return estimates;
    }
}
