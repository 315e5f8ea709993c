package io.truenorth.backtest;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/** Estimates the parameters of {@link BgNbd} by maximum likelihood, on their logarithms. */
public final class BgNbdEstimator {

    private static final int MOST_EVALUATIONS = 5_000;
    private static final double STEP = 0.5;
    private static final double PRECISION = 1e-12;

    /** The parameters are kept within e^±{@value}; without customers who leave, a tends to 0 or b to infinity. */
    private static final double LARGEST_LOGARITHM = 10;

    private BgNbdEstimator() {}

    /** Returns the estimate; empty if nobody bought twice, or no maximum is found. */
    public static Optional<BgNbd> estimate(List<RepeatPurchases> histories) {
        if (histories.stream().noneMatch(history -> history.count() > 0)) {
            return Optional.empty();
        }
        Map<RepeatPurchases, Integer> frequencies = new LinkedHashMap<>();
        histories.forEach(history -> frequencies.merge(history, 1, Integer::sum));
        try {
            PointValuePair best = new SimplexOptimizer(PRECISION, PRECISION)
                    .optimize(
                            new MaxEval(MOST_EVALUATIONS),
                            new ObjectiveFunction(logarithms -> logLikelihood(logarithms, frequencies)),
                            GoalType.MAXIMIZE,
                            new InitialGuess(new double[] {0, 0, 0, 0}),
                            new NelderMeadSimplex(4, STEP));
            return Optional.of(parameters(best.getPoint()));
        } catch (TooManyEvaluationsException e) {
            return Optional.empty();
        }
    }

    private static double logLikelihood(double[] logarithms, Map<RepeatPurchases, Integer> frequencies) {
        for (double logarithm : logarithms) {
            if (!(Math.abs(logarithm) <= LARGEST_LOGARITHM)) {
                return Double.NEGATIVE_INFINITY;
            }
        }
        BgNbd model = parameters(logarithms);
        Map<Integer, Double> ofCounts = new HashMap<>();
        double sum = 0;
        for (Map.Entry<RepeatPurchases, Integer> entry : frequencies.entrySet()) {
            RepeatPurchases history = entry.getKey();
            double ofCount = ofCounts.computeIfAbsent(history.count(), model::logLikelihoodOf);
            sum += entry.getValue() * (ofCount + model.logLikelihoodOfTimes(history));
        }
        return sum;
    }

    private static BgNbd parameters(double[] logarithms) {
        return new BgNbd(
                Math.exp(logarithms[0]), Math.exp(logarithms[1]), Math.exp(logarithms[2]), Math.exp(logarithms[3]));
    }
}
