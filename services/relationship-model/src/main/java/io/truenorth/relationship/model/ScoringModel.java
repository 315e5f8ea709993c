package io.truenorth.relationship.model;

import static io.truenorth.relationship.ledger.Sentiment.NEGATIVE;
import static io.truenorth.relationship.ledger.Sentiment.NEUTRAL;
import static io.truenorth.relationship.ledger.Sentiment.POSITIVE;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A versioned scoring model. A ledger records what happened and not what it is worth, so that any model can be applied
 * to the whole history.
 *
 * @param id name of the model, not empty
 * @param version number of the model's revision, from 1
 * @param engagement how often the customer is active
 * @param money the customer's spending
 * @param connectedness the number of channels in use
 * @param reciprocity whether both sides are active
 * @param sentiment the customer's sentiment towards the brand
 * @param advocacy whether the customer recommends the brand
 * @param risk whether the customer speaks against the brand
 * @param kinds the kinds of touch of the model
 * @param stages the limits of the stages
 * @param answerScales mappings of answers to a sentiment, by name of the scale
 */
public record ScoringModel(
        String id,
        int version,
        Engagement engagement,
        Money money,
        Connectedness connectedness,
        Reciprocity reciprocity,
        SentimentPrior sentiment,
        Advocacy advocacy,
        Risk risk,
        Kinds kinds,
        Stages stages,
        Map<String, AnswerScale> answerScales) {

    private static final long DAY = 86_400_000L;
    private static final long WEEKS_4 = 28 * DAY;
    private static final long WEEKS_26 = 182 * DAY;
    private static final long WEEKS_52 = 364 * DAY;

    /** The maximum score, in micro-points: 100 points. */
    private static final BigDecimal MAXIMUM = new BigDecimal(100_000_000);

    public ScoringModel {
        answerScales = Collections.unmodifiableMap(new TreeMap<>(answerScales));
        double sum = engagement.weight()
                + money.weight()
                + connectedness.weight()
                + reciprocity.weight()
                + sentiment.weight()
                + advocacy.weight();
        new Checks()
                .that(!id.isBlank(), "id", "expected a name, was blank")
                .that(version >= 1, "version", "expected at least 1, was " + version)
                .that(sum > 0, "", "expected a dimension with a weight above 0")
                .done();
    }

    /** Returns the default model. */
    public static ScoringModel standard() {
        return new ScoringModel(
                "standard",
                2,
                new Engagement(0.60, List.of(WEEKS_4, WEEKS_26), 2),
                new Money(0.12, WEEKS_26, 20_000),
                new Connectedness(0.08, WEEKS_26, 1, 2),
                new Reciprocity(0.08, WEEKS_26, 1),
                new SentimentPrior(0.06, 10, 0.9),
                new Advocacy(0.06, WEEKS_52, 1),
                new Risk(WEEKS_52, 1, 0.4),
                StandardKinds.kinds(),
                new Stages(
                        new StageLimits(25, 18),
                        new StageLimits(45, 35),
                        new StageLimits(60, 48),
                        new StageLimits(70, 58),
                        new AdvocateLimits(1, 0.5, 0.3)),
                Map.of("nps", nps(), "stars", stars()));
    }

    private static AnswerScale nps() {
        return new AnswerScale(List.of(
                new AnswerScale.Range(0, 6, NEGATIVE),
                new AnswerScale.Range(7, 8, NEUTRAL),
                new AnswerScale.Range(9, 10, POSITIVE)));
    }

    private static AnswerScale stars() {
        return new AnswerScale(List.of(
                new AnswerScale.Range(1, 2, NEGATIVE),
                new AnswerScale.Range(3, 3, NEUTRAL),
                new AnswerScale.Range(4, 5, POSITIVE)));
    }

    /**
     * Returns the same model at another pace: all half-lives are multiplied by a factor, above 1 for a business whose
     * customers come back more rarely.
     *
     * @throws InvalidModelException if a half-life is then outside its range
     */
    public ScoringModel atPace(double factor) {
        return new ScoringModel(
                id,
                version,
                new Engagement(
                        engagement.weight(),
                        engagement.halfLives().stream()
                                .map(halfLife -> scaled(halfLife, factor))
                                .toList(),
                        engagement.k()),
                new Money(money.weight(), scaled(money.halfLife(), factor), money.k()),
                new Connectedness(
                        connectedness.weight(),
                        scaled(connectedness.halfLife(), factor),
                        connectedness.channelK(),
                        connectedness.k()),
                new Reciprocity(reciprocity.weight(), scaled(reciprocity.halfLife(), factor), reciprocity.k()),
                sentiment,
                new Advocacy(advocacy.weight(), scaled(advocacy.halfLife(), factor), advocacy.k()),
                new Risk(scaled(risk.halfLife(), factor), risk.k(), risk.detractorAt()),
                kinds,
                stages,
                answerScales);
    }

    private static long scaled(long halfLife, double factor) {
        return Math.round(halfLife * factor);
    }

    /** Returns the weight of a dimension, before renormalisation. */
    public double weightOf(Dimension dimension) {
        return switch (dimension) {
            case ENGAGEMENT -> engagement.weight();
            case MONEY -> money.weight();
            case CONNECTEDNESS -> connectedness.weight();
            case RECIPROCITY -> reciprocity.weight();
            case SENTIMENT -> sentiment.weight();
            case ADVOCACY -> advocacy.weight();
        };
    }

    /**
     * Returns the maximum contribution of each dimension, in micro-points: 100 points shared by weight. Computed in
     * decimal arithmetic on the weights as written, so that the maxima add up exactly.
     */
    public Map<Dimension, Double> maxima() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Dimension dimension : Dimension.values()) {
            sum = sum.add(BigDecimal.valueOf(weightOf(dimension)));
        }
        Map<Dimension, Double> maxima = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            BigDecimal weight = BigDecimal.valueOf(weightOf(dimension));
            maxima.put(
                    dimension,
                    weight.multiply(MAXIMUM).divide(sum, MathContext.DECIMAL64).doubleValue());
        }
        return maxima;
    }
}
