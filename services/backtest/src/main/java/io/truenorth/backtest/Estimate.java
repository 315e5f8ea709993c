package io.truenorth.backtest;

import java.util.Arrays;

/**
 * A value with its 95 % confidence interval.
 *
 * @param value of the cohort; NaN if it is undefined
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record Estimate(double value, double low, double high) {

    private static final double TAIL = 0.025;

    /** The interval between the 2.5th and 97.5th percentile of the values of resamples. */
    static Estimate of(double value, double[] resampled) {
        double[] sorted = Arrays.stream(resampled)
                .filter(one -> !Double.isNaN(one))
                .sorted()
                .toArray();
        return new Estimate(value, percentile(sorted, TAIL), percentile(sorted, 1 - TAIL));
    }

    private static double percentile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /** Returns whether the value is defined. */
    public boolean isDefined() {
        return !Double.isNaN(value);
    }
}
