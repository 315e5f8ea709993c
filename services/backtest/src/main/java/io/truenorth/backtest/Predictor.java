package io.truenorth.backtest;

import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.Contributions;
import io.truenorth.relationship.score.RelationshipScoring;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A number for each customer of a cohort, higher for those who are expected to have the outcome.
 *
 * @param name what it is called in tables
 * @param values in the order of the cohort
 */
@SuppressWarnings("ArrayRecordComponent") // Read in inner loops, and not compared.
public record Predictor(String name, double[] values) {

    /** Returns the score of a model in micro-points, and then the contribution of each dimension that has a weight. */
    static List<Predictor> ofModel(Cohort cohort, ScoringModel model) {
        double[][] contributions = contributions(cohort, model);
        List<Predictor> predictors = new ArrayList<>();
        predictors.add(score(contributions));
        for (Dimension dimension : Dimension.values()) {
            if (model.weightOf(dimension) > 0) {
                predictors.add(
                        new Predictor(dimension.name().toLowerCase(Locale.ROOT), contributions[dimension.ordinal()]));
            }
        }
        return predictors;
    }

    /** Returns the score of a model in micro-points. */
    public static Predictor scores(Cohort cohort, ScoringModel model) {
        return score(contributions(cohort, model));
    }

    private static Predictor score(double[][] contributions) {
        double[] scores = new double[contributions[0].length];
        for (double[] dimension : contributions) {
            for (int i = 0; i < scores.length; i++) {
                scores[i] += dimension[i];
            }
        }
        return new Predictor("score", scores);
    }

    /** Returns the contributions to the score in micro-points, by the ordinal of the {@link Dimension} and customer. */
    public static double[][] contributions(Cohort cohort, ScoringModel model) {
        RelationshipScoring scoring = new RelationshipScoring(model);
        long cut = cohort.window().cut();
        double[][] contributions = new double[Dimension.values().length][cohort.size()];
        IntStream.range(0, cohort.size()).parallel().forEach(i -> {
            Contributions ofOne = scoring.snapshot(cohort.ledgers().get(i), cut).contributions();
            for (Dimension dimension : Dimension.values()) {
                contributions[dimension.ordinal()][i] = ofOne.of(dimension);
            }
        });
        return contributions;
    }
}
