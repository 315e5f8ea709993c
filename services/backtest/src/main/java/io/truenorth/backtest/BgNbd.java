package io.truenorth.backtest;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * The BG/NBD model of repeat buying (Fader, Hardie and Lee, "Counting Your Customers the Easy Way", Marketing Science 24(2),
 * 2005): purchases are a Poisson process whose rate varies over customers by a gamma distribution, and after each purchase
 * a customer leaves with a probability that varies by a beta distribution.
 *
 * @param r shape of the purchase rates
 * @param alpha scale of the purchase rates, in weeks
 * @param a first parameter of the probability of leaving
 * @param b second parameter of the probability of leaving
 */
public record BgNbd(double r, double alpha, double a, double b) {

    private static final int MOST_TERMS = 100_000;
    private static final double PRECISION = 1e-16;

    /** Frequent buyers have sums beyond the range of doubles, which are scaled. */
    private static final double LARGEST_SUM = 1e200;

    /** Where the closed form divides by zero, at a = 1, its limit is approached. */
    private static final double NEAR_ONE = 1e-6;

    /** Returns the log-likelihood of one customer. */
    public double logLikelihood(RepeatPurchases history) {
        return logLikelihoodOf(history.count()) + logLikelihoodOfTimes(history);
    }

    /** The part that depends on the number of repeat purchases alone. */
    double logLikelihoodOf(int count) {
        return Gamma.logGamma(r + count)
                - Gamma.logGamma(r)
                + r * Math.log(alpha)
                + Beta.logBeta(a, b + count)
                - Beta.logBeta(a, b);
    }

    /** The other part. */
    double logLikelihoodOfTimes(RepeatPurchases history) {
        double x = history.count();
        double stayed = -(r + x) * Math.log(alpha + history.age());
        if (history.count() == 0) {
            return stayed;
        }
        double left = Math.log(a / (b + x - 1)) - (r + x) * Math.log(alpha + history.last());
        return Math.max(stayed, left) + Math.log1p(Math.exp(-Math.abs(stayed - left)));
    }

    /** Returns the probability that a customer has not left by the end of the observation. */
    public double probabilityAlive(RepeatPurchases history) {
        if (history.count() == 0) {
            return 1;
        }
        double x = history.count();
        double odds = a / (b + x - 1) * Math.pow((alpha + history.age()) / (alpha + history.last()), r + x);
        return 1 / (1 + odds);
    }

    /**
     * Returns the expected number of purchases after the observation: equation 10 of the paper.
     *
     * @param weeks the length of the time after the observation
     */
    public double expectedPurchases(RepeatPurchases history, double weeks) {
        double x = history.count();
        double leaving = Math.abs(a - 1) < NEAR_ONE ? 1 + NEAR_ONE : a;
        double z = weeks / (alpha + history.age() + weeks);
        double logSurvival = (r + x) * Math.log(1 - z) + logHypergeometric(r + x, b + x, leaving + b + x - 1, z);
        return (leaving + b + x - 1) / (leaving - 1) * -Math.expm1(logSurvival) * probabilityAlive(history);
    }

    /** The logarithm of the Gaussian hypergeometric function by its series, for 0 &le; z &lt; 1. */
    private static double logHypergeometric(double first, double second, double third, double z) {
        double term = 1;
        double sum = 1;
        double logScale = 0;
        for (int n = 0; n < MOST_TERMS && Math.abs(term) > PRECISION * Math.abs(sum); n++) {
            term *= (first + n) * (second + n) / (third + n) * z / (n + 1);
            sum += term;
            if (Math.abs(sum) > LARGEST_SUM) {
                term /= LARGEST_SUM;
                sum /= LARGEST_SUM;
                logScale += Math.log(LARGEST_SUM);
            }
        }
        return logScale + Math.log(sum);
    }
}
