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
 * A versioned scoring model: what a ledger is worth. A ledger keeps what happened and not what it was worth, so any model
 * can be applied to all history at once.
 *
 * @param id name of the model, not empty
 * @param version counts the changes of the model from 1
 * @param engagement how often the customer is active
 * @param money what the customer spends
 * @param connectedness on how many channels the relationship stands
 * @param reciprocity whether both sides speak
 * @param sentiment how well the customer speaks of the brand
 * @param advocacy whether the customer speaks for the brand
 * @param risk whether the customer speaks against it
 * @param kinds the kinds of touch the model knows
 * @param stages the limits of the stages
 * @param answerScales how answers become a sentiment, by name of the scale
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

    /** The most a score can be, in micro-points: 100 points. */
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

    /** The model that is used unless another is given. */
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

    /** The weight of a dimension as the model states it. */
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
     * What each dimension gives at the most, in micro-points: the weights, renormalised over the dimensions that have
     * one, of 100 points. Computed in decimals, as the weights are written, so that they add up.
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
