package io.truenorth.backtest;

import java.util.List;
import java.util.Map;

/**
 * How well one predictor did.
 *
 * @param name the predictor
 * @param measures undefined ones included
 * @param aucBehindScore the AUC of the score minus that of this predictor, of the same customers: below 0 if this one is better
 * @param gains the share of all customers with the outcome found among the 0, 1, …, 100 % that the predictor ranks highest
 */
public record PredictorResult(
        String name, Map<Measure, Estimate> measures, Estimate aucBehindScore, List<Double> gains) {

    public PredictorResult {
        measures = Map.copyOf(measures);
        gains = List.copyOf(gains);
    }

    /** Returns one measure. */
    public Estimate of(Measure measure) {
        Estimate estimate = measures.get(measure);
        if (estimate == null) {
            throw new IllegalArgumentException("not measured: " + measure);
        }
        return estimate;
    }
}
