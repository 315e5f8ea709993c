package io.truenorth.backtest.tune;

import io.truenorth.backtest.Bootstrap;
import io.truenorth.backtest.Cohort;
import io.truenorth.backtest.Discrimination;
import io.truenorth.backtest.Estimate;
import io.truenorth.backtest.ObservedOutcomes;
import io.truenorth.backtest.OutcomeRule;
import io.truenorth.backtest.OutcomeWindow;
import io.truenorth.backtest.Predictor;
import io.truenorth.backtest.UndefinedOutcomeException;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.model.ScoringModel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Chooses among variants of a model by their AUC in the earlier part of histories, by cross-validation over customers. The
 * model is kept unless the choice is better by more than two standard errors.
 */
public final class ModelTuning {

    private static final int FOLDS = 10;

    /** Customers with the outcome, and customers without, that a window must have. */
    private static final int FEWEST = 5 * FOLDS;

    private final SortedMap<String, RelationshipLedger> histories;
    private final ScoringModel model;
    private final OutcomeRule rule;
    private final Bootstrap bootstrap;

    public ModelTuning(
            SortedMap<String, RelationshipLedger> histories,
            ScoringModel model,
            OutcomeRule rule,
            Bootstrap bootstrap) {
        this.histories = histories;
        this.model = model;
        this.rule = rule;
        this.bootstrap = bootstrap;
    }

    /**
     * Chooses a model and judges it.
     *
     * @throws UndefinedOutcomeException if too few customers had the outcome in a window, or too few had not
     */
    public TuningResult run(TuningWindows windows) {
        List<ModelVariant> variants = ModelVariant.grid();
        FoldScores scores = new FoldScores(variants, foldScores(variants, windows.earlier()));
        ModelVariant candidate = scores.choice();
        FoldScores.Mean gain = scores.gain();
        TuningResult.CrossValidation earlier = new TuningResult.CrossValidation(
                FOLDS, scores.mean(ModelVariant.UNCHANGED), scores.mean(candidate), gain.value(), gain.standardError());
        ScoringModel chosen = earlier.isBetter() ? candidate.of(model) : model;
        return judged(windows, variants.size(), candidate, chosen, earlier);
    }

    private TuningResult judged(
            TuningWindows windows,
            int variants,
            ModelVariant candidate,
            ScoringModel chosen,
            TuningResult.CrossValidation earlier) {
        Cohort cohort = Cohort.of(histories, windows.later());
        ObservedOutcomes outcomes = outcomes(cohort);
        double[] before = Predictor.scores(cohort, model).values();
        double[] after = Predictor.scores(cohort, chosen).values();
        Estimate[] estimates = Discrimination.compare(before, after, outcomes, bootstrap);
        return new TuningResult(
                windows,
                rule.description(),
                cohort.size(),
                variants,
                candidate,
                chosen,
                earlier,
                new TuningResult.LaterPart(estimates[0], estimates[1], estimates[2]),
                List.of(median(before), median(after)));
    }

    /** The mean AUC over the windows, by variant and fold. */
    private double[][] foldScores(List<ModelVariant> variants, List<OutcomeWindow> windows) {
        double[][] means = new double[variants.size()][FOLDS];
        for (OutcomeWindow window : windows) {
            Cohort cohort = Cohort.of(histories, window);
            ObservedOutcomes outcomes = outcomes(cohort);
            List<int[]> folds = folds(outcomes);
            Map<ModelVariant, double[][]> contributions = contributions(cohort, variants);
            double[][] auc = variants.parallelStream()
                    .map(variant -> aucs(contributions, variant, outcomes, folds))
                    .toArray(double[][]::new);
            for (int variant = 0; variant < auc.length; variant++) {
                for (int fold = 0; fold < FOLDS; fold++) {
                    means[variant][fold] += auc[variant][fold] / windows.size();
                }
            }
        }
        return means;
    }

    /** The contributions of the dimensions at the model's weights, for each pace and k: weights only mix them. */
    private Map<ModelVariant, double[][]> contributions(Cohort cohort, List<ModelVariant> variants) {
        Map<ModelVariant, double[][]> contributions = new HashMap<>();
        for (ModelVariant variant : variants) {
            contributions.computeIfAbsent(
                    variant.withoutWeights(), unweighted -> Predictor.contributions(cohort, unweighted.of(model)));
        }
        return contributions;
    }

    private static double[] aucs(
            Map<ModelVariant, double[][]> contributions,
            ModelVariant variant,
            ObservedOutcomes outcomes,
            List<int[]> folds) {
        double[][] dimensions = Objects.requireNonNull(contributions.get(variant.withoutWeights()));
        double[] values = new double[outcomes.occurred().length];
        for (Dimension dimension : Dimension.values()) {
            double weight = variant.weight(dimension);
            double[] of = dimensions[dimension.ordinal()];
            for (int i = 0; i < values.length; i++) {
                values[i] += weight * of[i];
            }
        }
        return Discrimination.aucs(values, outcomes.occurred(), folds);
    }

    /** The customers of each fold; those with the outcome and those without are spread evenly. */
    private List<int[]> folds(ObservedOutcomes outcomes) {
        boolean[] occurred = outcomes.occurred();
        Integer[] shuffled = new Integer[occurred.length];
        double[] keys = new double[occurred.length];
        SplittableRandom random = new SplittableRandom(bootstrap.seed());
        for (int i = 0; i < shuffled.length; i++) {
            shuffled[i] = i;
            keys[i] = (occurred[i] ? 1 : 0) + random.nextDouble();
        }
        Arrays.sort(shuffled, (one, other) -> Double.compare(keys[one], keys[other]));
        int[][] folds = new int[FOLDS][];
        for (int fold = 0; fold < FOLDS; fold++) {
            int first = fold;
            folds[fold] = IntStream.iterate(first, i -> i < shuffled.length, i -> i + FOLDS)
                    .map(i -> shuffled[i])
                    .toArray();
        }
        return List.of(folds);
    }

    private ObservedOutcomes outcomes(Cohort cohort) {
        return ObservedOutcomes.of(cohort, rule, model, FEWEST);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
