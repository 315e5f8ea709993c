package io.truenorth.backtest;

import io.truenorth.relationship.model.ScoringModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Compares a scoring model and simpler predictors with what customers did after the cut. */
public final class Backtest {

    private static final int MEASURES = Measure.values().length;

    private final Cohort cohort;
    private final ScoringModel model;
    private final String description;
    private final ObservedOutcomes outcomes;

    /**
     * Observes the outcomes.
     *
     * @throws UndefinedOutcomeException if all customers of the cohort had the outcome, or none
     */
    public Backtest(Cohort cohort, ScoringModel model, OutcomeRule rule) {
        this.cohort = cohort;
        this.model = model;
        this.description = rule.description();
        this.outcomes = ObservedOutcomes.of(cohort, rule, model, 1);
    }

    /** Computes all predictors, measures and intervals. */
    public BacktestResult run(Bootstrap bootstrap) {
        Baselines.Fitted baselines = Baselines.of(cohort, model);
        List<Predictor> predictors = new ArrayList<>(Predictor.ofModel(cohort, model));
        predictors.addAll(baselines.predictors());
        List<TieGroups> groups = predictors.parallelStream()
                .map(predictor -> new TieGroups(predictor.values()))
                .toList();
        int[] bands = ScoreBand.indexes(predictors.get(0).values());
        Estimate[] estimates = bootstrap.estimates(outcomes, resample -> statistics(groups, bands, resample));
        int bandsFrom = groups.size() * (MEASURES + 1);
        return new BacktestResult(
                cohort.window(),
                description,
                model,
                cohort.size(),
                outcomes.positives(),
                outcomes.hasSpend(),
                results(predictors, groups, estimates),
                ScoreBand.of(bands, Arrays.copyOfRange(estimates, bandsFrom, bandsFrom + ScoreBand.COUNT)),
                baselines.bgNbd(),
                bootstrap);
    }

    /** The measures of each predictor and its distance from the score, one predictor after the other; then the bands. */
    private double[] statistics(List<TieGroups> groups, int[] bands, Resample resample) {
        double[] statistics = new double[groups.size() * (MEASURES + 1) + ScoreBand.COUNT];
        int next = 0;
        for (TieGroups predictor : groups) {
            int auc = next + Measure.AUC.ordinal();
            for (Measure measure : Measure.values()) {
                statistics[next++] = measure.of(predictor, outcomes, resample);
            }
            statistics[next++] = statistics[Measure.AUC.ordinal()] - statistics[auc];
        }
        double[] rates = ScoreBand.rates(bands, outcomes, resample);
        System.arraycopy(rates, 0, statistics, next, rates.length);
        return statistics;
    }

    private List<PredictorResult> results(List<Predictor> predictors, List<TieGroups> groups, Estimate[] estimates) {
        List<PredictorResult> results = new ArrayList<>();
        for (int i = 0; i < predictors.size(); i++) {
            int from = i * (MEASURES + 1);
            Map<Measure, Estimate> measures = new EnumMap<>(Measure.class);
            for (Measure measure : Measure.values()) {
                measures.put(measure, estimates[from + measure.ordinal()]);
            }
            results.add(new PredictorResult(
                    predictors.get(i).name(), measures, estimates[from + MEASURES], gains(groups.get(i))));
        }
        return results;
    }

    private List<Double> gains(TieGroups predictor) {
        int[] whole = Resample.oneOfEach(cohort.size());
        double positives = outcomes.positives();
        return IntStream.rangeClosed(0, 100)
                .mapToObj(percent ->
                        Measure.positivesAmongHighest(cohort.size() * percent / 100.0, predictor, outcomes, whole)
                                / positives)
                .toList();
    }
}
