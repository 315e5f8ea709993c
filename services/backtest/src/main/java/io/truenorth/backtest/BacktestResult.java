package io.truenorth.backtest;

import io.truenorth.relationship.model.ScoringModel;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The result of a backtest.
 *
 * @param window the days on which outcomes were observed
 * @param outcome the outcome in words
 * @param model the model that was tested
 * @param customers the number of customers known at the cut
 * @param positives how many of them had the outcome
 * @param hasSpend whether there was money in the window
 * @param predictors the score first, its dimensions, then the baselines
 * @param bands how often customers of each band of scores had the outcome
 * @param bgNbd the fitted parameters, if BG/NBD could be fitted
 * @param bootstrap how the intervals were computed
 */
public record BacktestResult(
        OutcomeWindow window,
        String outcome,
        ScoringModel model,
        int customers,
        int positives,
        boolean hasSpend,
        List<PredictorResult> predictors,
        List<ScoreBand> bands,
        Optional<BgNbd> bgNbd,
        Bootstrap bootstrap) {

    public BacktestResult {
        predictors = List.copyOf(predictors);
        bands = List.copyOf(bands);
    }

    /** Returns the share of customers with the outcome. */
    public double rate() {
        return positives / (double) customers;
    }

    /** Returns the result of a predictor. */
    public PredictorResult of(String predictor) {
        return predictors.stream()
                .filter(one -> one.name().equals(predictor))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no predictor " + predictor));
    }

    /** Returns the result of the score. */
    public PredictorResult score() {
        return predictors.get(0);
    }

    /** Returns whether measures with that title have values here. */
    public boolean has(Measure measure) {
        return measure != Measure.SPEARMAN_SPEND || hasSpend;
    }
}
