package io.truenorth.backtest.tune;

import io.truenorth.relationship.model.Advocacy;
import io.truenorth.relationship.model.Connectedness;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.model.Engagement;
import io.truenorth.relationship.model.Money;
import io.truenorth.relationship.model.Reciprocity;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.model.SentimentPrior;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A variant of a model.
 *
 * @param pace the factor of all half-lives
 * @param k the factor of the k of engagement, money and connectedness
 * @param weights the factors of weights; a dimension without an entry has 1
 */
public record ModelVariant(double pace, double k, Map<Dimension, Double> weights) {

    /** The model itself. */
    public static final ModelVariant UNCHANGED = new ModelVariant(1, 1, Map.of());

    private static final double[] PACES = {0.25, 0.5, 1, 2, 4, 8, 16};
    private static final double[] KS = {0.5, 1, 2};
    private static final double[] WEIGHTS = {0.5, 2};

    public ModelVariant {
        weights = Map.copyOf(weights);
    }

    /** Returns all variants of the grid: each pace with each k, and at most one weight halved or doubled. */
    static List<ModelVariant> grid() {
        List<ModelVariant> grid = new ArrayList<>();
        for (double pace : PACES) {
            for (double k : KS) {
                grid.add(new ModelVariant(pace, k, Map.of()));
                for (Dimension dimension : Dimension.values()) {
                    for (double weight : WEIGHTS) {
                        grid.add(new ModelVariant(pace, k, Map.of(dimension, weight)));
                    }
                }
            }
        }
        return grid;
    }

    /** Returns the number of parameters that differ from the model. */
    int changes() {
        return (pace == 1 ? 0 : 1) + (k == 1 ? 0 : 1) + weights.size();
    }

    /** Returns how far the pace is from the model's, in doublings. */
    double paceDistance() {
        return Math.abs(Math.log(pace));
    }

    /** Returns the same variant with the model's own weights. */
    ModelVariant withoutWeights() {
        return new ModelVariant(pace, k, Map.of());
    }

    /** Returns the factor of a dimension's weight. */
    public double weight(Dimension dimension) {
        return weights.getOrDefault(dimension, 1.0);
    }

    /** Returns this variant of a model. */
    public ScoringModel of(ScoringModel model) {
        ScoringModel paced = model.atPace(pace);
        Engagement engagement = paced.engagement();
        Money money = paced.money();
        Connectedness connectedness = paced.connectedness();
        return new ScoringModel(
                model.id(),
                model.version(),
                new Engagement(
                        weight(Dimension.ENGAGEMENT) * engagement.weight(), engagement.halfLives(), k * engagement.k()),
                new Money(weight(Dimension.MONEY) * money.weight(), money.halfLife(), k * money.k()),
                new Connectedness(
                        weight(Dimension.CONNECTEDNESS) * connectedness.weight(),
                        connectedness.halfLife(),
                        connectedness.channelK(),
                        k * connectedness.k()),
                new Reciprocity(
                        weight(Dimension.RECIPROCITY) * paced.reciprocity().weight(),
                        paced.reciprocity().halfLife(),
                        paced.reciprocity().k()),
                new SentimentPrior(
                        weight(Dimension.SENTIMENT) * paced.sentiment().weight(),
                        paced.sentiment().strength(),
                        paced.sentiment().mean()),
                new Advocacy(
                        weight(Dimension.ADVOCACY) * paced.advocacy().weight(),
                        paced.advocacy().halfLife(),
                        paced.advocacy().k()),
                paced.risk(),
                paced.kinds(),
                paced.stages(),
                paced.answerScales());
    }
}
